-- The units a user may be told of, in the order of the tree. Korn: enhed_id.
select
    enhed_id,
    enhedsnr,
    enhedsnavn,
    niveau

from enheder

where enhed_id >= 0

order by list_aggregate(sti, 'string_agg', chr(31)) collate da, enhedsnr
