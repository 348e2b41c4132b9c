-- Most closed sick rows that have hours and no days have so few hours for each working day of their interval, that
-- Timer must hold days. A partial absence may be few hours.
-- Korn: fund, and the first is told.
with

uden_dage as (

    select
        fravaer_gaeldende.timer_e8
        < $timer_pr_dag_mindst * 100000000
        * (sidste.arbejdsdage - foerste.arbejdsdage + foerste.er_arbejdsdag::integer) as er_for_faa

    from fravaer_gaeldende

    inner join kalender as foerste
        on fravaer_gaeldende.startdato = foerste.dag

    inner join kalender as sidste
        on fravaer_gaeldende.slutdato = sidste.dag

    where
        fravaer_gaeldende.er_sygefravaer
        and not fravaer_gaeldende.delvis
        and not fravaer_gaeldende.er_aaben
        and fravaer_gaeldende.timer_e8 > 0
        and coalesce(fravaer_gaeldende.dage_e8, 0) = 0

)

select
    count(*) filter (where er_for_faa) as antal_for_faa,
    count(*) as antal

from uden_dage

having
    count(*) filter (where er_for_faa) >= $umulig_mindst
    and count(*) filter (where er_for_faa) > $umulig_andel * count(*)
