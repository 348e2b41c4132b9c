-- Nobody is counted, though there are employees: a column is not what it is taken for.
-- Korn: fund, and the first is told.
select
    sum(antal_medarbejdere)::bigint as antal,
    arg_max(aarsag, antal_medarbejdere) as aarsag,
    max(antal_medarbejdere) as antal_aarsag

from population

having
    count(*) > 0
    and count(*) filter (where aarsag = 'i populationen') = 0
