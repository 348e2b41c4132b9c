-- Every employee element of the personnel dumps: the state on the dump's date.
-- Korn: employee-element i fil. Midlertidig.
with

typer as (

    select
        raa_personale.fil_id,
        raa_personale.linje,
        kildefiler.udtraeksdato,
        laes_noegle(raa_personale.medarbejdernr) as medarbejdernr,
        laes_dato(raa_personale.startdato) as startdato,
        coalesce(laes_dato(raa_personale.stopdato), date '9999-12-31') as slutdato,
        laes_noegle(raa_personale.enhedsnr) as enhedsnr,
        to_cifre(raa_personale.ansforhold) as ansforhold,
        ren_tekst(raa_personale.ansforholdtekst) as ansforholdtekst,
        laes_tal(raa_personale.taeller, kildefiler.decimaltegn) as taeller,
        laes_tal(raa_personale.naevner, kildefiler.decimaltegn) as naevner,
        ren_tekst(raa_personale.stilling) as stilling,
        ren_tekst(raa_personale.loenklasse) as loenklasse,
        ren_tekst(
            concat_ws(' ', ren_tekst(raa_personale.fornavn), ren_tekst(raa_personale.efternavn))
        ) as navn,
        raa_personale.er_leder = 'ja' as er_leder,
        ren_tekst(raa_personale.bruger) as bruger,
        ren_tekst(raa_personale.email) as email,
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
            when startdato is null and ren_tekst(startdato_tekst) is not null then 'ingen gyldig startdato'
            when enhedsnr is null then 'intet gyldigt enhedsnummer'
            when slutdato < startdato then 'slutter før start'
            when taeller is null and ren_tekst(taeller_tekst) is not null then 'tælleren er ikke et tal'
            when naevner is null and ren_tekst(naevner_tekst) is not null then 'nævneren er ikke et tal'
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
    taeller,
    naevner,
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
            taeller,
            naevner,
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
