-- Most employments state a tæller and a nævner that cannot be a beskæftigelsesgrad: one of them is in another unit.
-- Korn: fund, and the first is told.
with

oplyste as (

    select
        grad_oplyst_e8 < $grad_mindst * 100000000
        or grad_oplyst_e8 > $grad_hoejst_e8 as er_umulig

    from spaend

    where grad_oplyst_e8 is not null and not er_uden_loen

)

select
    count(*) filter (where er_umulig) as antal_umulige,
    count(*) as antal

from oplyste

having
    count(*) filter (where er_umulig) >= $umulig_mindst
    and count(*) filter (where er_umulig) > $umulig_andel * count(*)
