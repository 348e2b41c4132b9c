-- The placements that make up each node and each group figures are shown for: "fælles" and the pools, within a scope
-- and for everybody, with them.
-- Korn: enhed_id, placering_id. Midlertidig.
select
    enhed_id::bigint as enhed_id,
    placering_id
from tilhoer

union all

select
    barn_placeringer.barn_id as enhed_id,
    barn_placeringer.placering_id
from barn_placeringer
inner join boern
    on barn_placeringer.barn_id = boern.barn_id and boern.er_faelles

union all

select
    puljemedlemmer.gruppe_id as enhed_id,
    barn_placeringer.placering_id
from puljemedlemmer
inner join barn_placeringer
    on puljemedlemmer.barn_id = barn_placeringer.barn_id
