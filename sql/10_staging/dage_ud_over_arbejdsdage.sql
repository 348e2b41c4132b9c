-- Whether the column Dage counts working days: the closed records, and those that have no hours (or 0) and state more
-- Dage than their interval has working days, or days at all. Where there are hours Dage decide nothing.
-- Korn: én række. Midlertidig.
with

lukkede as (

    select
        case when coalesce(fravaer_gaeldende.timer_e8, 0) = 0 then fravaer_gaeldende.dage_e8 end as dage_e8,
        (sidste.arbejdsdage - foerste.arbejdsdage + foerste.er_arbejdsdag::integer)::bigint * 100000000
            as arbejdsdage_e8,
        (sidste.loebenr - foerste.loebenr + 1)::bigint * 100000000 as kalenderdage_e8

    from fravaer_gaeldende

    inner join kalender as foerste
        on fravaer_gaeldende.startdato = foerste.dag

    inner join kalender as sidste
        on fravaer_gaeldende.slutdato = sidste.dag

    where not fravaer_gaeldende.er_aaben

)

select
    count(*) as antal,
    count(*) filter (where dage_e8 > arbejdsdage_e8) as antal_flere_dage,
    count(*) filter (where dage_e8 > kalenderdage_e8) as antal_over_kalenderdage

from lukkede
