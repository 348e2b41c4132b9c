-- Each day of an employee belongs to one span.
select
    medarbejdernr,
    fra
from (
    select
        medarbejdernr,
        fra,
        lag(til) over (partition by medarbejdernr order by fra) as forrige_til
    from ansaettelser
) as naboer
where fra <= forrige_til
