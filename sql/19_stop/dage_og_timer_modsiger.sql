-- Most sick rows state both Dage and Timer, and so few hours a day, or so many, that one of the columns holds
-- something else.
-- Korn: fund, and the first is told.
with

begge_oplyst as (

    select
        timer_e8 < $timer_pr_dag_mindst * dage_e8 as er_for_faa,
        timer_e8 > $timer_pr_kalenderdag * dage_e8 as er_for_mange

    from fravaer_gaeldende

    where
        er_sygefravaer
        and not er_aaben
        and timer_e8 > 0
        and dage_e8 > 0

)

select
    count(*) filter (where er_for_faa or er_for_mange) as antal_modsiger,
    count(*) as antal

from begge_oplyst

having
    count(*) filter (where er_for_faa or er_for_mange) >= $umulig_mindst
    and count(*) filter (where er_for_faa or er_for_mange) > $umulig_andel * count(*)
