-- Every nøgletal of every node in every window, numerators and denominators beside the ratios, nothing rounded.
-- A node stands in every window that holds employed days of the population in its subtree. er_nedlagt: nobody is there
-- on its last day; er_ny: nobody was on the day before its first, as far back as the delivery tells.
-- Enhed: dagsværk; gns. medarbejdere; shares from 0 to 1; distance to måltal in days. Korn: enhed_id, vindue_nr.
with

foerst as (

    select min(maaned_nr) as maaned_nr
    from langtidsfriske

),

linjer as (

    select
        sygefravaer.enhed_id,
        sygefravaer.vindue_nr,
        coalesce(langtidsfriske.antal_ansatte, 0) as antal_ansatte,
        case when perioder.foerste_maaned > foerst.maaned_nr then coalesce(primo.antal_ansatte, 0) end as antal_primo,
        sygefravaer.har_rater,
        sygefravaer.dagsvaerk,
        sygefravaer.dagsvaerk_lang,
        sygefravaer.gns_medarbejdere,
        sygefravaer.gns_fuldtid,
        sygefravaer.sygedage_pr_medarbejder,
        sygefravaer.sygedage_pr_aarsvaerk,
        som_nytal($nytal, sygefravaer.sygedage_pr_medarbejder, sygefravaer.sygedage_pr_aarsvaerk) as sygedage,
        sygefravaer.fravaersprocent,
        sygefravaer.langtidsandel,
        case
            when perioder.vindue = 'rullende' and perioder.har_langtidsfriske
                then coalesce(langtidsfriske.antal_langtidsfriske, 0)
        end as langtidsfriske,
        case
            when perioder.vindue = 'rullende' and perioder.har_langtidsfriske
                then coalesce(langtidsfriske.antal_grundlag, 0)
        end as langtidsfriske_grundlag,
        maaltal.maaltal,
        maaltal.maaltal_kilde,
        maaltal.maaltal_afledt

    from sygefravaer

    inner join perioder
        on sygefravaer.vindue_nr = perioder.vindue_nr

    left join langtidsfriske
        on
            sygefravaer.enhed_id = langtidsfriske.enhed_id
            and perioder.sidste_maaned = langtidsfriske.maaned_nr

    left join langtidsfriske as primo
        on
            sygefravaer.enhed_id = primo.enhed_id
            and perioder.foerste_maaned - 1 = primo.maaned_nr

    cross join foerst

    left join maaltal
        on
            sygefravaer.enhed_id = maaltal.enhed_id
            and sygefravaer.vindue_nr = maaltal.vindue_nr

)

select
    enhed_id,
    vindue_nr,
    antal_ansatte,
    antal_ansatte = 0 as er_nedlagt,
    coalesce(antal_primo = 0, false) as er_ny,
    har_rater,
    dagsvaerk,
    dagsvaerk_lang,
    gns_medarbejdere,
    gns_fuldtid,
    sygedage_pr_medarbejder,
    sygedage_pr_aarsvaerk,
    sygedage,
    fravaersprocent,
    langtidsandel,
    langtidsfriske,
    langtidsfriske_grundlag,
    langtidsfriske / nullif(langtidsfriske_grundlag, 0) as langtidsfriske_andel,
    langtidsfriske / nullif(antal_ansatte, 0) as langtidsfriske_af_alle,
    maaltal,
    maaltal_kilde,
    maaltal_afledt,
    case when $nytal = 'pr_medarbejder' then sygedage_pr_medarbejder - maaltal end as afstand_til_maaltal

from linjer
