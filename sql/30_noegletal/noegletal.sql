-- Every nøgletal of every node in every window, numerators and denominators beside the ratios, nothing rounded.
-- A node stands in every window that holds employed days of the population in its subtree.
-- Enhed: dagsværk; gns. medarbejdere; shares from 0 to 1; changes in days and shares. Korn: enhed_id, periode, vindue.
with

linjer as (

    select
        sygefravaer.enhed_id,
        sygefravaer.periode,
        sygefravaer.periodetype,
        sygefravaer.vindue,
        perioder.sidste_maaned,
        perioder.slutdato,
        perioder.er_foreloebig,
        coalesce(langtidsfriske.antal_ansatte, 0) = 0 as er_nedlagt,
        sygefravaer.har_rater,
        sygefravaer.dagsvaerk,
        sygefravaer.dagsvaerk_lang,
        sygefravaer.gns_medarbejdere,
        sygefravaer.gns_fuldtid,
        sygefravaer.mulige_dagsvaerk,
        sygefravaer.bemandede_maaneder,
        sygefravaer.sygedage_pr_medarbejder,
        sygefravaer.sygedage_pr_aarsvaerk,
        sygefravaer.fravaersprocent,
        sygefravaer.langtidsandel,
        case when perioder.vindue = 'rullende' and perioder.har_langtidsfriske
            then coalesce(langtidsfriske.antal_langtidsfriske, 0) end as langtidsfriske,
        case when perioder.vindue = 'rullende' and perioder.har_langtidsfriske
            then coalesce(langtidsfriske.antal_grundlag, 0) end as langtidsfriske_grundlag,
        coalesce(langtidsfriske.antal_ansatte, 0) as antal_ansatte,
        case when perioder.vindue = 'rullende' then maaltal.maaltal end as maaltal,
        case when perioder.vindue = 'rullende' then maaltal.maaltal_kilde end as maaltal_kilde

    from sygefravaer

    inner join perioder
        on
            sygefravaer.periode = perioder.periode
            and sygefravaer.vindue = perioder.vindue

    left join langtidsfriske
        on
            sygefravaer.enhed_id = langtidsfriske.enhed_id
            and sygefravaer.periode = langtidsfriske.periode

    left join maaltal
        on
            sygefravaer.enhed_id = maaltal.enhed_id
            and sygefravaer.periode = maaltal.periode

),

med_andele as (

    select
        *,
        langtidsfriske / nullif(langtidsfriske_grundlag, 0) as langtidsfriske_andel,
        case when langtidsfriske is not null then langtidsfriske / nullif(antal_ansatte, 0) end
            as langtidsfriske_af_alle,
        case
            when $nytal = 'pr_aarsvaerk' then sygedage_pr_aarsvaerk
            else sygedage_pr_medarbejder
        end as sygedage

    from linjer

)

select
    nu.*,
    nu.sygedage - kvartal_foer.sygedage as aendring_kvartal,
    nu.sygedage - aar_foer.sygedage as aendring_aar,
    nu.langtidsandel - kvartal_foer.langtidsandel as langtidsandel_aendring_kvartal,
    nu.langtidsfriske_andel - kvartal_foer.langtidsfriske_andel as langtidsfriske_aendring_kvartal,
    case when $nytal = 'pr_medarbejder' then nu.sygedage_pr_medarbejder - nu.maaltal end as afstand_til_maaltal

from med_andele as nu

left join med_andele as kvartal_foer
    on
        nu.enhed_id = kvartal_foer.enhed_id
        and nu.periodetype = kvartal_foer.periodetype
        and nu.vindue = kvartal_foer.vindue
        and nu.sidste_maaned - 3 = kvartal_foer.sidste_maaned

left join med_andele as aar_foer
    on
        nu.enhed_id = aar_foer.enhed_id
        and nu.periodetype = aar_foer.periodetype
        and nu.vindue = aar_foer.vindue
        and nu.sidste_maaned - 12 = aar_foer.sidste_maaned
