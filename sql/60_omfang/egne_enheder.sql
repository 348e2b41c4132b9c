-- The nodes whose rows a user sees in full: every node for hr, the subtrees of the nodes she leads for a leder.
-- Korn: enhed_id.
select enhed_id

from maal.enheder

where $er_hr

union

select enhed_id

from maal.enhed_overordnede

where list_contains($leder_noder::bigint[], overordnet_id)
