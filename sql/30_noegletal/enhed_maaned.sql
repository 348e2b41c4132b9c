-- What happened in a node's subtree in a month, the population of månedslønnede, ordinært ansatte.
-- dagsvaerk_lang_efter_n is the part whose sygeforløb counts as long n months later, earlier ones included.
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

)

select
    tilhoer.enhed_id,
    celler.maaned_nr,
    sum(celler.ansat_dage)::bigint as ansat_dage,
    sum(celler.fuldtid_dage_e8)::hugeint as fuldtid_dage_e8,
    sum(celler.mulige_dagsvaerk_e8)::hugeint as mulige_dagsvaerk_e8,
    sum(celler.dagsvaerk_e8)::hugeint as dagsvaerk_e8,
    sum(celler.lang_efter_0_e8)::hugeint as lang_efter_0_e8,
    sum(celler.lang_efter_1_e8)::hugeint as lang_efter_1_e8,
    sum(celler.lang_efter_2_e8)::hugeint as lang_efter_2_e8

from celler

inner join tilhoer
    on celler.placering_id = tilhoer.placering_id

group by tilhoer.enhed_id, celler.maaned_nr
