-- What happened in a node's subtree in a month, the population of månedslønnede, ordinært ansatte.
-- lang_efter_n_e8 is the part whose sygeforløb counts as long n months later, earlier ones included.
-- Enhed: dagsværk and grad-weighted days in hundred millionths (e8), ansat_dage in days. Korn: enhed_id, maaned_nr.
with

celler as (

    select
        placering_id,
        maaned_nr,
        ansat_dage,
        fuldtid_dage_e8,
        mulige_dagsvaerk_e8,
        0 as dagsvaerk_e8,
        0 as lang_efter_0_e8,
        0 as lang_efter_1_e8,
        0 as lang_efter_2_e8
    from ansatte_maaneder

    union all

    select
        placering_id,
        maaned_nr,
        0 as ansat_dage,
        0 as fuldtid_dage_e8,
        0 as mulige_dagsvaerk_e8,
        dagsvaerk_e8,
        case when forsinkelse <= 0 then dagsvaerk_e8 else 0 end as lang_efter_0_e8,
        case when forsinkelse <= 1 then dagsvaerk_e8 else 0 end as lang_efter_1_e8,
        case when forsinkelse <= 2 then dagsvaerk_e8 else 0 end as lang_efter_2_e8
    from syge_maaneder

),

samlede as (

    select
        placering_id,
        maaned_nr,
        sum(ansat_dage) as ansat_dage,
        sum(fuldtid_dage_e8) as fuldtid_dage_e8,
        sum(mulige_dagsvaerk_e8) as mulige_dagsvaerk_e8,
        sum(dagsvaerk_e8) as dagsvaerk_e8,
        sum(lang_efter_0_e8) as lang_efter_0_e8,
        sum(lang_efter_1_e8) as lang_efter_1_e8,
        sum(lang_efter_2_e8) as lang_efter_2_e8

    from celler

    group by placering_id, maaned_nr

)

select
    tilhoer.enhed_id,
    samlede.maaned_nr,
    sum(samlede.ansat_dage)::bigint as ansat_dage,
    sum(samlede.fuldtid_dage_e8)::bigint as fuldtid_dage_e8,
    sum(samlede.mulige_dagsvaerk_e8)::bigint as mulige_dagsvaerk_e8,
    sum(samlede.dagsvaerk_e8)::bigint as dagsvaerk_e8,
    sum(samlede.lang_efter_0_e8)::bigint as lang_efter_0_e8,
    sum(samlede.lang_efter_1_e8)::bigint as lang_efter_1_e8,
    sum(samlede.lang_efter_2_e8)::bigint as lang_efter_2_e8

from samlede

inner join tilhoer
    on samlede.placering_id = tilhoer.placering_id

group by tilhoer.enhed_id, samlede.maaned_nr
