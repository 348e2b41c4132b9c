-- What each personalegruppe of a node has to do with its change since a quarter or a year before: by its own
-- change (fortsat) and by staff moved between them (flyttet).
-- Enhed: sygedage pr. medarbejder (or årsværk), unrounded. Korn: skridt, del_id.
select
    forklaringsdele.skridt,
    forklaringsdele.del_id,
    forklaringsdele.fortsat,
    forklaringsdele.flyttet + forklaringsdele.skift as flyttet,
    forklaringsdele.bidrag

from forklaringsdele

inner join perioder
    on forklaringsdele.vindue_nr = perioder.vindue_nr

where
    forklaringsdele.deling = 'personalegrupper'
    and forklaringsdele.enhed_id = $enhed_id
    and perioder.periode = $periode

order by forklaringsdele.skridt, forklaringsdele.del_id
