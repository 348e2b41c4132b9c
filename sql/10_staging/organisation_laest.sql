-- Every row of the organisation files and the orgUnit elements of the personnel dumps, with what it is worth on its
-- file's udtræksdato: 2 it holds on that day, 1 it held before, 0 it holds later. Where no unit is without overordnet,
-- the top is the one that is its own.
-- Korn: fil_id, linje (række i organisationsfil). Midlertidig.
with

typer as (

    select
        raa_organisation.fil_id,
        raa_organisation.linje,
        kildefiler.udtraeksdato,
        laes_noegle(raa_organisation.enhedsnr) as enhedsnr,
        raa_organisation.enhedsnavn,
        laes_noegle(raa_organisation.overordnet_enhedsnr) as overordnet_enhedsnr,
        laes_dato(raa_organisation.startdato, raa_organisation.startdato_form) as startdato,
        laes_dato(raa_organisation.stopdato, raa_organisation.stopdato_form) as stopdato,
        raa_organisation.oevrigt_noegle,
        raa_organisation.forskydning,
        coalesce(
            totaltekst(raa_organisation.enhedsnr),
            totaltekst(raa_organisation.enhedsnavn),
            totaltekst(raa_organisation.overordnet_enhedsnr),
            raa_organisation.oevrig_totaltekst
        ) as totaltekst,
        raa_organisation.enhedsnr as enhedsnr_tekst,
        raa_organisation.overordnet_enhedsnr as overordnet_tekst,
        raa_organisation.startdato as startdato_tekst,
        raa_organisation.stopdato as stopdato_tekst

    from raa_organisation

    inner join kildefiler
        on raa_organisation.fil_id = kildefiler.fil_id

    where not raa_organisation.er_tom

),

vurderede as (

    select
        *,
        case
            when totaltekst is not null then null
            when forskydning is not null then forskydning
            when enhedsnr is null then 'intet gyldigt enhedsnummer'
            when overordnet_enhedsnr is null and overordnet_tekst is not null
                then 'den overordnede enhed har intet gyldigt nummer'
            when startdato is null and not er_uden_dato(startdato_tekst) then 'ingen gyldig startdato'
            when stopdato is null and not er_uden_dato(stopdato_tekst) then 'stopdatoen er ikke en dato'
            when stopdato < startdato then 'slutter før start'
        end as grund

    from typer

),

med_top as (

    select
        * exclude (overordnet_enhedsnr),
        case
            when
                count(*) filter (where totaltekst is null and grund is null and overordnet_enhedsnr is null)
                    over (partition by fil_id)
                = 0
                then nullif(overordnet_enhedsnr, enhedsnr)
            else overordnet_enhedsnr
        end as overordnet_enhedsnr

    from vurderede

)

select
    fil_id,
    linje,
    udtraeksdato,
    enhedsnr,
    enhedsnavn,
    overordnet_enhedsnr,
    startdato,
    case
        when startdato > udtraeksdato then 0
        when stopdato < udtraeksdato then 1
        else 2
    end as gyldighed,
    totaltekst,
    grund,
    grund is null and totaltekst is null and row_number() over (
        partition by fil_id, enhedsnr, enhedsnavn, overordnet_enhedsnr, startdato, stopdato, oevrigt_noegle
        order by linje
    ) > 1 as er_dublet,
    case
        when grund is not null
            then masker_cpr(
                concat_ws(
                    '; ',
                    'Enhedsnr: ' || enhedsnr_tekst,
                    'Enhedsnavn: ' || enhedsnavn,
                    'Overordnet: ' || overordnet_tekst,
                    'Startdato: ' || startdato_tekst,
                    'Stopdato: ' || stopdato_tekst
                )
            )
    end as afvist_tekst

from med_top
