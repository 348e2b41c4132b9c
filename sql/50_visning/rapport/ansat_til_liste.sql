-- The last day of every employee, far off for who is still employed. Korn: medarbejdernr.
select
    medarbejdernr,
    max(til) as ansat_til

from ansaettelser

group by medarbejdernr

order by medarbejdernr
