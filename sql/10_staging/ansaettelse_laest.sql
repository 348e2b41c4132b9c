-- Every row of the employment files with its types and, where it cannot be used, the reason.
-- Korn: rowid (række i ansættelsesfil). Midlertidig.
with

typer as (

    select
        raa_ansaettelsesforloeb.fil_id,
        raa_ansaettelsesforloeb.linje,
        laes_noegle(raa_ansaettelsesforloeb.medarbejdernr) as medarbejdernr,
        laes_dato(raa_ansaettelsesforloeb.startdato, raa_ansaettelsesforloeb.startdato_form) as startdato,
        laes_dato(raa_ansaettelsesforloeb.stopdato, raa_ansaettelsesforloeb.stopdato_form) as stopdato,
        laes_noegle(raa_ansaettelsesforloeb.enhedsnr) as enhedsnr,
        to_cifre(raa_ansaettelsesforloeb.ansforhold) as ansforhold,
        laes_andel_e8(raa_ansaettelsesforloeb.taeller, raa_ansaettelsesforloeb.taeller_form) as taeller_e8,
        laes_andel_e8(raa_ansaettelsesforloeb.naevner, raa_ansaettelsesforloeb.naevner_form) as naevner_e8,
        raa_ansaettelsesforloeb.stilling,
        raa_ansaettelsesforloeb.loenklasse,
        raa_ansaettelsesforloeb.personalegruppe,
        coalesce(
            raa_ansaettelsesforloeb.navn,
            nullif(concat_ws(' ', raa_ansaettelsesforloeb.fornavn, raa_ansaettelsesforloeb.efternavn), '')
        ) as navn,
        raa_ansaettelsesforloeb.oevrigt_noegle,
        raa_ansaettelsesforloeb.oevrig_totaltekst,
        raa_ansaettelsesforloeb.loest_maerke,
        raa_ansaettelsesforloeb.forskydning,
        raa_ansaettelsesforloeb.er_tom,
        raa_ansaettelsesforloeb.medarbejdernr as medarbejdernr_tekst,
        raa_ansaettelsesforloeb.startdato as startdato_tekst,
        raa_ansaettelsesforloeb.stopdato as stopdato_tekst,
        raa_ansaettelsesforloeb.enhedsnr as enhedsnr_tekst,
        raa_ansaettelsesforloeb.taeller as taeller_tekst,
        raa_ansaettelsesforloeb.naevner as naevner_tekst

    from raa_ansaettelsesforloeb

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
                    totalmaerke(enhedsnr_tekst),
                    totalmaerke(stilling),
                    totalmaerke(loenklasse),
                    totalmaerke(navn),
                    oevrig_totaltekst,
                    case
                        when coalesce(
                            medarbejdernr_tekst, startdato_tekst, stopdato_tekst
                        ) is null then 'uden tekst'
                    end
                )
            else coalesce(totaltekst(stilling), totaltekst(loenklasse), totaltekst(navn), oevrig_totaltekst)
        end as totaltekst,
        case
            when medarbejdernr is null and er_overskrift(medarbejdernr_tekst, $nummeroverskrifter::varchar[])
                then 'overskrifter midt i listen'
            when forskydning is not null then forskydning
            when medarbejdernr is null then 'intet gyldigt medarbejdernummer'
            when startdato is null and not er_uden_dato(startdato_tekst) then 'ingen gyldig startdato'
            when stopdato is null and not er_uden_dato(stopdato_tekst) then 'stopdatoen er ikke en dato'
            when stopdato < startdato then 'slutter før start'
            when enhedsnr is null then 'intet gyldigt enhedsnummer'
            when taeller_e8 is null and not er_uden_tal(taeller_tekst) then tal_grund('tælleren', taeller_tekst)
            when naevner_e8 is null and not er_uden_tal(naevner_tekst) then tal_grund('nævneren', naevner_tekst)
        end as grund

    from typer

)

select
    fil_id,
    linje,
    medarbejdernr,
    startdato,
    coalesce(stopdato, date '9999-12-31') as slutdato,
    enhedsnr,
    ansforhold,
    taeller_e8,
    naevner_e8,
    stilling,
    loenklasse,
    personalegruppe,
    navn,
    totaltekst,
    case when totaltekst is null then grund end as grund,
    oevrigt_noegle,
    case
        when totaltekst is null and grund is not null
            then masker_cpr(
                concat_ws(
                    '; ',
                    'Medarbejdernr.: ' || medarbejdernr_tekst,
                    'Startdato: ' || startdato_tekst,
                    'Stopdato: ' || stopdato_tekst,
                    'Enhedsnr: ' || enhedsnr_tekst,
                    'Ansforhold: ' || ansforhold,
                    'Tæller: ' || taeller_tekst,
                    'Nævner: ' || naevner_tekst,
                    'Stilling: ' || stilling,
                    'Lønklasse: ' || loenklasse
                )
            )
    end as afvist_tekst

from vurderede
