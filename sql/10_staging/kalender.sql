-- Every day, with the working days counted up to it: the working days of any interval are one subtraction.
-- Working day: Monday to Friday, not a Danish public holiday. It reaches as far as a deadline can.
-- Korn: dag. Midlertidig.
with

yderpunkter as (    -- the retained months, and as far as any record reaches

    select
        least(min(startdato), $opbevaring_fra::date) as foerste_dag,
        greatest(max(slutdato) + 14, $udtraeksdato::date + 150) as sidste_dag

    from fravaer_gaeldende

),

dage as (

    select unnest(generate_series(foerste_dag::timestamp, sidste_dag::timestamp, interval 1 day))::date as dag

    from yderpunkter

),

maerkede as (

    select
        dage.dag,
        isodow(dage.dag) <= 5 and helligdage.dag is null as er_arbejdsdag

    from dage

    left join helligdage
        on dage.dag = helligdage.dag

)

select
    dag,
    row_number() over (order by dag)::integer as loebenr,
    er_arbejdsdag,
    sum(er_arbejdsdag::integer) over (order by dag)::integer as arbejdsdage,
    min(case when er_arbejdsdag then dag end) over (
        order by dag rows between 1 following and unbounded following
    ) as naeste_arbejdsdag

from maerkede
