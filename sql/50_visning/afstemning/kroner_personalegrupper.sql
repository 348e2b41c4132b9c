-- What a node's løn under sygdom is computed from in a quarter's rolling window: its personalegrupper.
-- Enhed: days, dagsværk in hundred millionths (e8). Korn: personalegruppe.
select
    personalegruppe_dagsvaerk.personalegruppe,
    personalegruppe_dagsvaerk.ansat_dage,
    personalegruppe_dagsvaerk.dagsvaerk_e8,
    personalegruppe_dagsvaerk.hoejeste_e8,
    personalegruppe_dagsvaerk.naesthoejeste_e8,
    perioder.vindue_nr,
    perioder.dage,
    perioder.er_foreloebig

from personalegruppe_dagsvaerk

inner join perioder
    on
        personalegruppe_dagsvaerk.vindue_nr = perioder.vindue_nr
        and perioder.vindue = 'rullende'
        and perioder.periode = $periode

where personalegruppe_dagsvaerk.enhed_id = $enhed_id

order by personalegruppe_dagsvaerk.personalegruppe collate da
