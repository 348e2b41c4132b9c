-- The units with employees of their own, in the order of the tree, and the units each lies in, itself among them.
-- Korn: enhed_id.
select
    enheder.enhed_id,
    enheder.enhedsnavn,
    bemanding.antal_ansatte,
    bemanding.sti_id

from bemanding

inner join enheder
    on bemanding.enhed_id = enheder.enhed_id

where enheder.enhed_id >= 0

order by list_aggregate(enheder.sti, 'string_agg', chr(31)) collate da, enheder.enhedsnr
