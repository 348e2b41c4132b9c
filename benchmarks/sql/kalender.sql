-- Kalenderen og arbejdsdagene før hver dag. Enhed: arbejdsdage siden første dag. Korn: dag.
with

dage as (

    select range::date as dag
    from range(getvariable('fra') - interval 2 year, getvariable('til') + interval 3 year, interval 1 day)

),

arbejdsdage as (

    select
        dag,
        isodow(dag) <= 5 and not list_contains(getvariable('helligdage'), dag) as er_arbejdsdag
    from dage

)

select
    dag,
    count(*) filter (where er_arbejdsdag) over (order by dag) as til_og_med,
    til_og_med - er_arbejdsdag::integer as foer
from arbejdsdage
