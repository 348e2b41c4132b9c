-- Employed days and dagsværk of a place in each rolling quarter window.
-- Enhed: days and dagsværk in hundred millionths (e8); days weighted with grad where the headline is per årsværk.
-- Korn: sted_id, vindue_nr. Midlertidig.
with

raekker as (

    select
        placering_id,
        maaned_nr // 3 as kvartal_nr,
        som_nytal($nytal, ansat_dage * 100000000, fuldtid_dage_e8) as ansat_e8,
        0 as dagsvaerk_e8,
        0 as lang_straks_e8,
        0 as lang_senere_e8
    from ansatte_maaneder

    union all

    select
        placering_id,
        maaned_nr // 3 as kvartal_nr,
        0 as ansat_e8,
        dagsvaerk_e8,
        case when (maaned_nr + forsinkelse) // 3 <= maaned_nr // 3 then dagsvaerk_e8 else 0 end as lang_straks_e8,
        case when forsinkelse is not null then dagsvaerk_e8 else 0 end as lang_senere_e8
    from syge_maaneder

),

kvartalerne as (

    select
        raekker.placering_id as sted_id,
        raekker.kvartal_nr,
        sum(raekker.ansat_e8) as ansat_e8,
        sum(raekker.dagsvaerk_e8) as dagsvaerk_e8,
        sum(raekker.lang_straks_e8) as lang_straks_e8,
        sum(raekker.lang_senere_e8) as lang_senere_e8

    from raekker

    group by raekker.placering_id, raekker.kvartal_nr

)

select
    kvartalerne.sted_id,
    perioder.vindue_nr,
    sum(kvartalerne.ansat_e8)::bigint as ansat_e8,
    sum(kvartalerne.dagsvaerk_e8)::bigint as dagsvaerk_e8,
    sum(
        case
            when kvartalerne.kvartal_nr = perioder.sidste_maaned // 3 then kvartalerne.lang_straks_e8
            else kvartalerne.lang_senere_e8
        end
    )::bigint as dagsvaerk_lang_e8

from kvartalerne

inner join perioder
    on
        perioder.periodetype = 'kvartal'
        and perioder.vindue = 'rullende'
        and kvartalerne.kvartal_nr between perioder.foerste_maaned // 3 and perioder.sidste_maaned // 3

group by kvartalerne.sted_id, perioder.vindue_nr
