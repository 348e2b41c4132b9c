-- What classes of a node's employees have to do with its change in a quarter's rolling figure.
-- Enhed: sygedage pr. medarbejder (or årsværk); antal to the nearest five. Korn: skridt, opdeling, klasse.
select
    forklaringsklasser.skridt,
    forklaringsklasser.opdeling,
    forklaringsklasser.klasse,
    forklaringsklasser.antal,
    forklaringsklasser.bidrag

from forklaringsklasser

inner join perioder
    on forklaringsklasser.vindue_nr = perioder.vindue_nr

where forklaringsklasser.enhed_id = $enhed_id and perioder.periode = $periode

order by forklaringsklasser.skridt, forklaringsklasser.opdeling, forklaringsklasser.klasse
