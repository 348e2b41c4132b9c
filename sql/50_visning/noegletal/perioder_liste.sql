-- The periods there are rolling figures for, oldest first. Korn: periode.
select periode

from perioder

where vindue = 'rullende' and periodetype = $periodetype

order by periode
