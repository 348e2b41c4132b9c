-- The node with a number, if there is one. Korn: enhedsnr.
select
    enhed_id,
    enhedsnavn

from enheder

where enhedsnr = $enhedsnr
