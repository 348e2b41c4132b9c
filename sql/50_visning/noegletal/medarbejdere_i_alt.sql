-- A node's own figure for the window of the list of employees. Enhed: dagsværk. Korn: højst én række.
select
    perioder.periode,
    noegletal.dagsvaerk

from noegletal

inner join perioder
    on noegletal.vindue_nr = perioder.vindue_nr

where
    noegletal.enhed_id = $enhed_id
    and perioder.vindue = 'rullende'
    and perioder.periodetype = 'maaned'

order by perioder.sidste_maaned desc

limit 1
