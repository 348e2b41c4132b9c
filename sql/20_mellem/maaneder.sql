-- The months the build looks at: from the first a retained record can touch to the one of the udtræksdato.
-- Korn: maaned_nr (year * 12 + month - 1).
select
    maaned_nr(dag) as maaned_nr,
    min(dag) as foerste_dag,
    max(dag) as sidste_dag,
    count(*)::integer as dage,
    count(*) filter (where er_arbejdsdag)::integer as arbejdsdage

from kalender

where
    dag between $opbevaring_fra::date and last_day($udtraeksdato::date)

group by maaned_nr(dag)
