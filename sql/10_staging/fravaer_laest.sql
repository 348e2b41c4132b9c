-- Every row of the fravær files with its types and, where it cannot be used, the reason.
-- Enhed: hours and days in hundred millionths (e8). Korn: rowid (række i fraværsfil). Midlertidig.
with

laeste as (

    select
        raa_fravaer.fil_id,
        raa_fravaer.linje,
        laes_noegle(raa_fravaer.medarbejdernr) as medarbejdernr,
        dato_af(raa_fravaer.startdato, raa_fravaer.startdato_form) as startdato,
        dato_af(raa_fravaer.stopdato, raa_fravaer.stopdato_form) as stopdato,
        laes_art(raa_fravaer.fravaersart, $fravaerskoder::varchar[]) as art,
        tal_af(raa_fravaer.timer, raa_fravaer.timer_form) as timer,
        raa_fravaer.dage_form,
        raa_fravaer.oevrigt_noegle,
        raa_fravaer.medarbejdernr as medarbejdernr_tekst,
        raa_fravaer.startdato as startdato_tekst,
        raa_fravaer.stopdato as stopdato_tekst,
        raa_fravaer.timer as timer_tekst,
        raa_fravaer.dage as dage_tekst,
        raa_fravaer.fravaersart as art_tekst,
        raa_fravaer.fravaersarttekst,
        raa_fravaer.oevrig_totaltekst,
        raa_fravaer.loest_maerke,
        raa_fravaer.forskydning,
        raa_fravaer.er_tom

    from raa_fravaer

),

typer as (

    select
        * exclude (startdato, stopdato, timer),
        dato_i_orden(startdato) as startdato,
        dato_i_orden(stopdato) as stopdato,
        e8(timer) as timer_e8

    from laeste

),

med_dage as (

    select
        *,
        laes_e8(dage_tekst, dage_form) as dage_e8

    from typer

),

vurderede as (

    select
        *,
        case
            when er_tom then 'tom linje'
            when medarbejdernr is null or startdato is null
                then coalesce(
                    loest_maerke,
                    totalmaerke(medarbejdernr_tekst),
                    totalmaerke(startdato_tekst),
                    totalmaerke(stopdato_tekst),
                    totalmaerke(art_tekst),
                    totalmaerke(fravaersarttekst),
                    oevrig_totaltekst,
                    case
                        when ren_tekst(concat(medarbejdernr_tekst, startdato_tekst, stopdato_tekst)) is null
                            then 'uden tekst'
                    end
                )
            else coalesce(
                totaltekst(art_tekst),
                totaltekst(fravaersarttekst),
                oevrig_totaltekst,
                case when art_tekst is null then totalmaerke(fravaersarttekst) end
            )
        end as totaltekst,
        case
            when medarbejdernr is null and er_overskrift(medarbejdernr_tekst, $nummeroverskrifter::varchar[])
                then 'overskrifter midt i listen'
            when forskydning is not null then forskydning
            when medarbejdernr is null then 'intet gyldigt medarbejdernummer'
            when startdato is null then 'ingen gyldig startdato'
            when stopdato is null and not er_uden_dato(stopdato_tekst) then 'stopdatoen er ikke en dato'
            when stopdato < startdato then 'slutter før start'
            when timer_e8 is null and not er_uden_tal(timer_tekst) then tal_grund('timer', timer_tekst)
            when timer_e8 < 0 then 'negative timer, der ikke tilbagefører en anden række'
            when coalesce(timer_e8, 0) = 0 and dage_e8 is null and not er_uden_tal(dage_tekst)
                then tal_grund('dage', dage_tekst)
            when
                dage_e8 < 0
                and (coalesce(timer_e8, 0) = 0 or coalesce(stopdato, date '9999-12-31') = date '9999-12-31')
                then 'negative dage, der ikke tilbagefører en anden række'
            when
                stopdato < date '9999-12-31'
                and timer_e8 > $timer_pr_kalenderdag::bigint * 100000000 * (date_diff('day', startdato, stopdato) + 1)
                then printf('mere end %d timer pr. kalenderdag', $timer_pr_kalenderdag)
        end as grund

    from med_dage

)

select
    fil_id,
    linje,
    medarbejdernr,
    startdato,
    case when stopdato < date '9999-12-31' then stopdato end as stopdato,
    art,
    timer_e8,
    dage_e8,
    oevrigt_noegle,
    totaltekst,
    case when totaltekst is null then grund end as grund,
    totaltekst is null and grund like 'negative %' as er_tilbagefoersel,
    case
        when totaltekst is null and grund is not null
            then masker_cpr(
                concat_ws(
                    '; ',
                    'Medarbejdernr.: ' || medarbejdernr_tekst,
                    'Startdato: ' || startdato_tekst,
                    'Stopdato: ' || stopdato_tekst,
                    'Timer: ' || timer_tekst,
                    'Dage: ' || dage_tekst
                )
            )
    end as afvist_tekst

from vurderede
