-- The rolling periods one can choose, newest first. Korn: periode.
select
    periode,
    periodetype,
    sidste_maaned,
    slutdato,
    er_nyeste,
    er_foreloebig,
    har_langtidsfriske

from perioder

where vindue = 'rullende'

order by sidste_maaned desc, periodetype asc
