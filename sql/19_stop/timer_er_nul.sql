-- Most closed sick rows state 0 hours and no days: the column is not filled in.
-- Korn: fund, and the first is told.
select
    count(*) filter (where timer_e8 = 0 and coalesce(dage_e8, 0) = 0) as antal_nul,
    count(*) as antal

from fravaer_gaeldende

where er_sygefravaer and not er_aaben

having
    count(*) filter (where timer_e8 = 0 and coalesce(dage_e8, 0) = 0) >= $umulig_mindst
    and count(*) filter (where timer_e8 = 0 and coalesce(dage_e8, 0) = 0) > $umulig_andel * count(*)
