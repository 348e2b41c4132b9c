-- Every node with the one above it, and the members of the pools. Korn: enhed_id, gruppe_id.
select
    enheder.enhed_id,
    enheder.overordnet_id,
    null::bigint as gruppe_id

from enheder

where enheder.niveau_nr < 8

union all

select
    puljemedlemmer.barn_id as enhed_id,
    null as overordnet_id,
    puljemedlemmer.gruppe_id

from puljemedlemmer
