-- The units something can have been agreed for, in the order of the tree. Korn: enhed_id.
select
    enhed_id,
    enhedsnr,
    enhedsnavn,
    kan_aftales

from indsatsenheder

order by list_aggregate(sti, 'string_agg', chr(31)) collate da, enhedsnr
