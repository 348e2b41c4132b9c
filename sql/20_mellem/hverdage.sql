-- The days notices can fall on, each with the working day nearest to it before and after, itself included.
-- Korn: dag.
select
    dag,
    er_arbejdsdag,
    max(case when er_arbejdsdag then dag end) over (order by dag rows unbounded preceding) as forrige_hverdag,
    min(case when er_arbejdsdag then dag end) over (
        order by dag rows between current row and unbounded following
    ) as naeste_hverdag

from kalender

where dag between $opbevaring_fra::date - 15 and $udtraeksdato::date + 130
