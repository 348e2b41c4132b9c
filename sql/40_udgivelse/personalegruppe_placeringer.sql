-- The placements that make up each personalegruppe of the kommune or of a named group, and of the rest of the kommune.
-- Korn: barn_id, placering_id. Midlertidig.
select
    personalegrupper.barn_id,
    placeringer.placering_id

from personalegrupper

inner join placeringer
    on personalegrupper.navn = placeringer.personalegruppe

left join tilhoer
    on personalegrupper.overordnet_id = tilhoer.enhed_id and placeringer.placering_id = tilhoer.placering_id

where (tilhoer.enhed_id is null) = personalegrupper.er_udenfor
