-- Total rows that do not state the sum of the rows above. Korn: fil, linje.
select
    kildefiler.fil,
    totalafvigelser.linje,
    totalafvigelser.maal,
    totalafvigelser.oplyst,
    totalafvigelser.summeret

from totalafvigelser

inner join kildefiler
    on totalafvigelser.fil_id = kildefiler.fil_id

order by totalafvigelser.fil_id, totalafvigelser.linje
