-- Whether the column Dage counts working days: rows that need it, and those stating more than their interval has.
-- Korn: én række. Midlertidig.
with

raekker as (

    select
        fravaer_gaeldende.dage_e8,
        (sidste.arbejdsdage - foerste.arbejdsdage + foerste.er_arbejdsdag::integer)::bigint
        * 100000000 as arbejdsdage_e8

    from fravaer_gaeldende

    inner join kalender as foerste
        on fravaer_gaeldende.startdato = foerste.dag

    inner join kalender as sidste
        on fravaer_gaeldende.slutdato = sidste.dag

    where
        fravaer_gaeldende.timer_e8 is null
        and fravaer_gaeldende.dage_e8 is not null
        and not fravaer_gaeldende.er_aaben

)

select
    count(*) as antal,
    count(*) filter (where dage_e8 > arbejdsdage_e8) as antal_flere_dage

from raekker
