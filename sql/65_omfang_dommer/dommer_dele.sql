-- The parts of every group that may be shown: nodes, "fælles" and pools. Personalegrupper are not weighed here: what
-- they tell beside the units is judged where they are put together. Korn: enhed_id, del.
select * from dommer_egne

union all

select distinct
    puljemedlemmer.gruppe_id as enhed_id,
    dommer_egne.del

from maal.puljemedlemmer

inner join dommer_egne
    on puljemedlemmer.barn_id = dommer_egne.enhed_id
