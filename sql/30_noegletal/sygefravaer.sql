-- Sygedage pr. medarbejder, pr. årsværk, fraværsprocent and langtidsandel of a node in a window.
-- Rates are computed on sums over the whole subtree, unrounded; too small a node has counts but no rates.
-- Enhed: dagsværk; gns. medarbejdere; shares from 0 to 1. Korn: enhed_id, vindue_nr. Midlertidig.
with

naevnte as (

    select
        enhed_id,
        min(maaned_nr) as foerste_maaned

    from enhed_maaned

    group by enhed_id

),

til_dato as (       -- everything up to the end of a month; lang_* as judged there, and as known two months later

    select
        naevnte.enhed_id,
        maaneder.maaned_nr,
        sum(enhed_maaned.ansat_dage) over hidtil as ansat_dage,
        sum(enhed_maaned.fuldtid_dage_e8) over hidtil as fuldtid_dage_e8,
        sum(enhed_maaned.mulige_dagsvaerk_e8) over hidtil as mulige_dagsvaerk_e8,
        sum(enhed_maaned.dagsvaerk_e8) over hidtil as dagsvaerk_e8,
        count(*) filter (where enhed_maaned.ansat_dage > 0) over hidtil as bemandede_maaneder,
        coalesce(enhed_maaned.lang_efter_0_e8, 0) as lang_i_maaneden_e8,
        sum(enhed_maaned.lang_efter_2_e8) over hidtil as lang_senere_e8,
        coalesce(sum(enhed_maaned.lang_efter_2_e8) over to_foer, 0)
        + coalesce(lag(enhed_maaned.lang_efter_1_e8) over hidtil, 0)
        + coalesce(enhed_maaned.lang_efter_0_e8, 0) as lang_nu_e8

    from naevnte

    inner join maaneder
        on naevnte.foerste_maaned <= maaneder.maaned_nr

    left join enhed_maaned
        on
            naevnte.enhed_id = enhed_maaned.enhed_id
            and maaneder.maaned_nr = enhed_maaned.maaned_nr

    window
        hidtil as (partition by naevnte.enhed_id order by maaneder.maaned_nr rows unbounded preceding),
        to_foer as (
            partition by naevnte.enhed_id
            order by maaneder.maaned_nr
            rows between unbounded preceding and 2 preceding
        )

),

vinduer as (        -- a window is what there was at its end less what there was before it

    select
        slut.enhed_id,
        perioder.vindue_nr,
        perioder.vindue,
        perioder.dage,
        slut.ansat_dage - coalesce(foer.ansat_dage, 0) as ansat_dage,
        slut.fuldtid_dage_e8 - coalesce(foer.fuldtid_dage_e8, 0) as fuldtid_dage_e8,
        slut.mulige_dagsvaerk_e8 - coalesce(foer.mulige_dagsvaerk_e8, 0) as mulige_dagsvaerk_e8,
        slut.dagsvaerk_e8 - coalesce(foer.dagsvaerk_e8, 0) as dagsvaerk_e8,
        slut.bemandede_maaneder - coalesce(foer.bemandede_maaneder, 0) as bemandede_maaneder,
        case
            when perioder.foerste_maaned = perioder.sidste_maaned then slut.lang_i_maaneden_e8
            else slut.lang_nu_e8 - coalesce(foer.lang_senere_e8, 0)
        end as dagsvaerk_lang_e8

    from til_dato as slut

    inner join perioder
        on slut.maaned_nr = perioder.sidste_maaned

    left join til_dato as foer
        on
            slut.enhed_id = foer.enhed_id
            and perioder.foerste_maaned - 1 = foer.maaned_nr

    where slut.ansat_dage > coalesce(foer.ansat_dage, 0)

),

med_gennemsnit as (

    select
        *,
        dagsvaerk(dagsvaerk_e8) as dagsvaerk,
        dagsvaerk(dagsvaerk_lang_e8) as dagsvaerk_lang,
        ansat_dage / dage as gns_medarbejdere,
        fuldtid_dage_e8 / 100000000 / dage as gns_fuldtid,
        dagsvaerk(mulige_dagsvaerk_e8) as mulige_dagsvaerk,
        ansat_dage >= $mindste_medarbejdere * dage
        and (vindue <> 'rullende' or bemandede_maaneder >= $mindste_bemandede_maaneder) as har_rater

    from vinduer

)

select
    enhed_id,
    vindue_nr,
    dagsvaerk,
    dagsvaerk_lang,
    dagsvaerk_e8,
    dagsvaerk_lang_e8,
    fuldtid_dage_e8,
    ansat_dage,
    gns_medarbejdere,
    gns_fuldtid,
    mulige_dagsvaerk,
    bemandede_maaneder,
    har_rater,
    case when har_rater then dagsvaerk / gns_medarbejdere end as sygedage_pr_medarbejder,
    case when har_rater then dagsvaerk / nullif(gns_fuldtid, 0) end as sygedage_pr_aarsvaerk,
    case when har_rater then dagsvaerk / nullif(mulige_dagsvaerk, 0) end as fravaersprocent,
    dagsvaerk_lang / nullif(dagsvaerk, 0) as langtidsandel

from med_gennemsnit
