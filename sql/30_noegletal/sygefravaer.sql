-- Sygedage pr. medarbejder, pr. årsværk, fraværsprocent and langtidsandel of a node in a window.
-- Rates are computed on sums over the whole subtree, unrounded; too small a node has counts but no rates.
-- Enhed: dagsværk; gns. medarbejdere; shares from 0 to 1. Korn: enhed_id, vindue_nr. Midlertidig.
with

vinduer as (

    select
        enhed_maaned.enhed_id,
        perioder.vindue_nr,
        any_value(perioder.vindue) as vindue,
        any_value(perioder.dage) as dage,
        sum(enhed_maaned.dagsvaerk_e8) as dagsvaerk_e8,
        sum(
            case perioder.sidste_maaned - enhed_maaned.maaned_nr
                when 0 then enhed_maaned.lang_efter_0_e8
                when 1 then enhed_maaned.lang_efter_1_e8
                else enhed_maaned.lang_efter_2_e8
            end
        ) as dagsvaerk_lang_e8,
        sum(enhed_maaned.ansat_dage) as ansat_dage,
        sum(enhed_maaned.fuldtid_dage_e8) as fuldtid_dage_e8,
        sum(enhed_maaned.mulige_dagsvaerk_e8) as mulige_dagsvaerk_e8,
        count(*) filter (where enhed_maaned.ansat_dage > 0) as bemandede_maaneder

    from enhed_maaned

    inner join perioder
        on enhed_maaned.maaned_nr between perioder.foerste_maaned and perioder.sidste_maaned

    group by enhed_maaned.enhed_id, perioder.vindue_nr

    having sum(enhed_maaned.ansat_dage) > 0

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
