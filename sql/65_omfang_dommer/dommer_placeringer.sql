-- The parts no node, group or personalegruppe tells apart, numbered from 0. Korn: placering_id. Midlertidig.
with

steder as (

    select
        placering_id,
        list(enhed_id order by enhed_id) as enheder

    from maal.tilhoer

    group by placering_id

)

select
    placeringer.placering_id,
    placeringer.enhedsnr,
    dense_rank() over (order by placeringer.enhedsnr, steder.enheder) - 1 as del

from maal.placeringer

inner join steder
    on placeringer.placering_id = steder.placering_id
