-- The parts of every node and of every "fælles". Korn: enhed_id, del. Midlertidig.
select distinct
    tilhoer.enhed_id,
    dommer_placeringer.del

from maal.tilhoer

inner join dommer_placeringer
    on tilhoer.placering_id = dommer_placeringer.placering_id

union all

select distinct
    faelles_id(enhedsnr) as enhed_id,
    del

from dommer_placeringer

where enhedsnr in (select enheder.overordnet_id from maal.enheder)
