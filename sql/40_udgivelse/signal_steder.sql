-- The places that make up each node and each group figures are shown for, the personalegrupper with them.
-- Korn: enhed_id, sted_id. Midlertidig.
with

placerede as (

    select
        enhed_id,
        placering_id
    from node_placeringer

    union all

    select
        barn_placeringer.barn_id as enhed_id,
        barn_placeringer.placering_id
    from barn_placeringer
    inner join boern
        on barn_placeringer.barn_id = boern.barn_id and boern.opdeling = 'personalegrupper'

)

select distinct
    placerede.enhed_id,
    placerede.placering_id as sted_id,
    placeringer.enhedsnr

from placerede

inner join placeringer
    on placerede.placering_id = placeringer.placering_id
