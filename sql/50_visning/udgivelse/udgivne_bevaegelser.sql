-- How every published group has moved from each quarter to the next. Enhed: days.
-- Korn: overordnet_id, gruppe_id, periode.
select
    udgivne_forskelle.overordnet_id,
    udgivne_forskelle.gruppe_id,
    perioder.periode,
    perioder.sidste_maaned,
    udgivne_forskelle.sygedage

from udgivne_forskelle

inner join perioder
    on udgivne_forskelle.vindue_nr = perioder.vindue_nr

where udgivne_forskelle.siden = 'kvartal' and not perioder.er_foreloebig

order by udgivne_forskelle.gruppe_id, perioder.sidste_maaned
