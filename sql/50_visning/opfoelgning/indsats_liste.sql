-- What has been agreed, by unit in the order of the tree, newest first; slut is the day it is over, as agreed or ended.
-- Korn: indsats_id.
select
    indsatser.indsats_id,
    indsatser.enhed_id,
    indsatsenheder.enhedsnr,
    indsatsenheder.enhedsnavn,
    indsatsenheder.kan_aftales,
    indsatser.kategori,
    indsatser.fra,
    least(indsatser.til, indsatser.afsluttet) as slut,
    indsatser.ejer,
    indsatser.tekst,
    indsatser.af,
    indsatser.aftalt,
    indsatser.afsluttet

from indsatser

inner join indsatsenheder
    on indsatser.enhed_id = indsatsenheder.enhed_id

order by
    list_aggregate(indsatsenheder.sti, 'string_agg', chr(31)) collate da,
    indsatser.fra desc,
    indsatser.indsats_id desc
