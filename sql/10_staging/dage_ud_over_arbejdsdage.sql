-- Whether the column Dage counts working days: the closed records, and those that have no hours (or 0) and state more
-- Dage than their interval has working days. Where there are hours Dage decide nothing.
-- Korn: én række. Midlertidig.
select
    count(*) as antal,
    count(*) filter (
        where
        coalesce(fravaer_gaeldende.timer_e8, 0) = 0
        and fravaer_gaeldende.dage_e8
        > (sidste.arbejdsdage - foerste.arbejdsdage + foerste.er_arbejdsdag::integer)::bigint * 100000000
    ) as antal_flere_dage

from fravaer_gaeldende

inner join kalender as foerste
    on fravaer_gaeldende.startdato = foerste.dag

inner join kalender as sidste
    on fravaer_gaeldende.slutdato = sidste.dag

where not fravaer_gaeldende.er_aaben
