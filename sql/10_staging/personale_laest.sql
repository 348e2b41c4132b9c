-- Every employee element of the personnel dumps: the state on the dump's date.
-- Korn: fil_id, linje (employee-element i fil). Midlertidig.
with

typer as (

    select
        raa_personale.fil_id,
        raa_personale.linje,
        kildefiler.udtraeksdato,
        laes_noegle(raa_personale.medarbejdernr) as medarbejdernr,
        laes_dato(raa_personale.startdato, raa_personale.startdato_form) as startdato,
        case
            when er_uden_dato(raa_personale.stopdato) then date '9999-12-31'
            else laes_dato(raa_personale.stopdato, raa_personale.stopdato_form)
        end as slutdato,
        laes_noegle(raa_personale.enhedsnr) as enhedsnr,
        to_cifre(raa_personale.ansforhold) as ansforhold,
        raa_personale.ansforholdtekst,
        laes_andel_e8(raa_personale.taeller, raa_personale.taeller_form) as taeller_e8,
        laes_andel_e8(raa_personale.naevner, raa_personale.naevner_form) as naevner_e8,
        raa_personale.stilling,
        raa_personale.loenklasse,
        nullif(concat_ws(' ', raa_personale.fornavn, raa_personale.efternavn), '') as navn,
        raa_personale.er_leder = 'ja' as er_leder,
        raa_personale.bruger,
        raa_personale.email,
        raa_personale.handling = 'leave' as er_fratraadt,
        raa_personale.startdato as startdato_tekst,
        raa_personale.stopdato as stopdato_tekst,
        raa_personale.enhedsnr as enhedsnr_tekst,
        raa_personale.medarbejdernr as medarbejdernr_tekst,
        raa_personale.taeller as taeller_tekst,
        raa_personale.naevner as naevner_tekst

    from raa_personale

    inner join kildefiler
        on raa_personale.fil_id = kildefiler.fil_id

    where not raa_personale.er_tom

),

vurderede as (

    select
        *,
        case
            when medarbejdernr is null then 'intet gyldigt medarbejdernummer'
            when er_fratraadt then null
            when startdato is null and not er_uden_dato(startdato_tekst) then 'ingen gyldig startdato'
            when enhedsnr is null then 'intet gyldigt enhedsnummer'
            when slutdato is null then 'stopdatoen er ikke en dato'
            when slutdato < startdato then 'slutter før start'
            when taeller_e8 is null and not er_uden_tal(taeller_tekst) then tal_grund('tælleren', taeller_tekst)
            when naevner_e8 is null and not er_uden_tal(naevner_tekst) then tal_grund('nævneren', naevner_tekst)
        end as grund

    from typer

)

select
    fil_id,
    linje,
    udtraeksdato,
    medarbejdernr,
    startdato,
    slutdato,
    enhedsnr,
    ansforhold,
    ansforholdtekst,
    taeller_e8,
    naevner_e8,
    stilling,
    loenklasse,
    navn,
    er_leder,
    bruger,
    email,
    er_fratraadt,
    grund,
    grund is null and row_number() over (
        partition by
            fil_id,
            medarbejdernr,
            startdato,
            slutdato,
            enhedsnr,
            ansforhold,
            ansforholdtekst,
            taeller_e8,
            naevner_e8,
            stilling,
            loenklasse,
            navn,
            er_leder,
            bruger,
            email,
            er_fratraadt
        order by linje
    ) > 1 as er_dublet,
    case
        when grund is not null
            then masker_cpr(
                concat_ws(
                    '; ',
                    'Medarbejdernr.: ' || medarbejdernr_tekst,
                    'Startdato: ' || startdato_tekst,
                    'Stopdato: ' || stopdato_tekst,
                    'Enhedsnr: ' || enhedsnr_tekst,
                    'Tæller: ' || taeller_tekst,
                    'Nævner: ' || naevner_tekst
                )
            )
    end as afvist_tekst

from vurderede
