-- Sygedage pr. medarbejder, pr. årsværk, fraværsprocent and langtidsandel of a node in a window: its months summed.
-- Rates are computed on sums over the whole subtree, unrounded; too small a node has counts but no rates.
-- Enhed: dagsværk; gns. medarbejdere; shares from 0 to 1. Korn: enhed_id, vindue_nr. Midlertidig.
with

vinduets_maaneder as (

    select
        perioder.vindue_nr,
        maaneder.maaned_nr,
        perioder.sidste_maaned - maaneder.maaned_nr as maaneder_senere

    from perioder

    inner join maaneder
        on maaneder.maaned_nr between perioder.foerste_maaned and perioder.sidste_maaned

),

summer as (         -- absence is long when its sygeforløb has become so by the end of the window

    select
        enhed_maaned.enhed_id,
        vinduets_maaneder.vindue_nr,
        sum(enhed_maaned.ansat_dage) as ansat_dage,
        sum(enhed_maaned.fuldtid_dage_e8) as fuldtid_dage_e8,
        sum(enhed_maaned.mulige_dagsvaerk_e8) as mulige_dagsvaerk_e8,
        sum(enhed_maaned.dagsvaerk_e8) as dagsvaerk_e8,
        sum(
            case vinduets_maaneder.maaneder_senere
                when 0 then enhed_maaned.lang_efter_0_e8
                when 1 then enhed_maaned.lang_efter_1_e8
                else enhed_maaned.lang_efter_2_e8
            end
        ) as dagsvaerk_lang_e8,
        count(*) filter (where enhed_maaned.ansat_dage > 0) as bemandede_maaneder

    from enhed_maaned

    inner join vinduets_maaneder
        on enhed_maaned.maaned_nr = vinduets_maaneder.maaned_nr

    group by enhed_maaned.enhed_id, vinduets_maaneder.vindue_nr

),

med_gennemsnit as (

    select
        summer.*,
        dagsvaerk(summer.dagsvaerk_e8) as dagsvaerk,
        dagsvaerk(summer.dagsvaerk_lang_e8) as dagsvaerk_lang,
        dagsvaerk(summer.mulige_dagsvaerk_e8) as mulige_dagsvaerk,
        summer.ansat_dage / perioder.dage as gns_medarbejdere,
        summer.fuldtid_dage_e8 / 100000000 / perioder.dage as gns_fuldtid,
        summer.ansat_dage >= $mindste_medarbejdere * perioder.dage
        and (perioder.vindue <> 'rullende' or summer.bemandede_maaneder >= $mindste_bemandede_maaneder) as har_rater

    from summer

    inner join perioder
        on summer.vindue_nr = perioder.vindue_nr

    where summer.ansat_dage > 0

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
