-- The places that make up each node and each group figures are shown for: "fælles", the personalegrupper and the pools,
-- within a scope and for everybody, with them.
-- Korn: enhed_id, sted_id. Midlertidig.
with

placerede as (

    select
        enhed_id,
        placering_id
    from tilhoer

    union all

    select
        barn_placeringer.barn_id as enhed_id,
        barn_placeringer.placering_id
    from barn_placeringer
    inner join boern
        on
            barn_placeringer.barn_id = boern.barn_id
            and (boern.er_faelles or boern.opdeling = 'personalegrupper')

    union all

    select
        puljemedlemmer.gruppe_id as enhed_id,
        barn_placeringer.placering_id
    from puljemedlemmer
    inner join barn_placeringer
        on puljemedlemmer.barn_id = barn_placeringer.barn_id

)

select distinct
    placerede.enhed_id::bigint as enhed_id,
    placerede.placering_id as sted_id,
    placeringer.enhedsnr

from placerede

inner join placeringer
    on placerede.placering_id = placeringer.placering_id
