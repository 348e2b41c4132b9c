-- The exact sums a user is shown: a node or a pool in a window. Korn: enhed_id, foerste_maaned, sidste_maaned.
select distinct
    noegletal.enhed_id,
    perioder.foerste_maaned,
    perioder.sidste_maaned

from noegletal

inner join perioder
    on noegletal.vindue_nr = perioder.vindue_nr

order by noegletal.enhed_id, perioder.foerste_maaned, perioder.sidste_maaned
