-- What each part of a node has to do with its change in a quarter's rolling figure; a part without a name of its own is
-- the rest. Enhed: sygedage pr. medarbejder (or årsværk). Korn: skridt, del_id.
select
    dele.skridt,
    dele.del_id,
    enheder.enhedsnavn as navn,
    dele.skift <> 0 as er_skift,
    dele.er_lukket,
    dele.fortsat,
    dele.flyttet,
    dele.skift,
    dele.bidrag

from forklaringsdele as dele

inner join perioder
    on dele.vindue_nr = perioder.vindue_nr

left join enheder
    on dele.del_id = enheder.enhed_id

where
    dele.enhed_id = $enhed_id
    and perioder.periode = $periode
    and dele.deling = (
        select min(egne.deling)
        from forklaringsdele as egne
        where egne.enhed_id = $enhed_id and egne.deling in ('alle', 'inde')
    )

order by dele.skridt asc, abs(dele.bidrag) desc, dele.del_id asc
