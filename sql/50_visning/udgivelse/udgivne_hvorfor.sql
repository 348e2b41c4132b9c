-- What each published part of the kommune has to do with its change since the quarter before, in the newest quarter
-- there is a status of; one that is new or closed has no published name.
-- Enhed: sygedage pr. medarbejder (or årsværk), unrounded. Korn: del_id.
select
    dele.del_id,
    case when dele.skift = 0 then enheder.enhedsnavn end as navn,
    dele.skift <> 0 as er_skift,
    dele.er_lukket,
    dele.fortsat,
    dele.flyttet,
    dele.skift,
    dele.bidrag

from forklaringsdele as dele

inner join udgivne_tal as nu
    on dele.enhed_id = nu.gruppe_id and dele.vindue_nr = nu.vindue_nr and nu.overordnet_id is null and nu.er_nu

left join enheder
    on dele.del_id = enheder.enhed_id

where dele.deling = 'ude' and dele.skridt = 'kvartal'

order by abs(dele.bidrag) desc, dele.del_id asc
