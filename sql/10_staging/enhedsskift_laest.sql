-- Every row of the enhedsskift files: which unit carries on for which.
-- Korn: fil_id, linje (række i enhedsskiftefil). Midlertidig.
with

typer as (

    select
        raa_enhedsskift.fil_id,
        raa_enhedsskift.linje,
        laes_noegle(raa_enhedsskift.gammelt_enhedsnr) as gammelt_enhedsnr,
        laes_noegle(raa_enhedsskift.nyt_enhedsnr) as nyt_enhedsnr,
        laes_dato(raa_enhedsskift.fra, raa_enhedsskift.fra_form) as fra,
        raa_enhedsskift.oevrigt_noegle,
        raa_enhedsskift.forskydning,
        coalesce(
            totaltekst(raa_enhedsskift.gammelt_enhedsnr),
            totaltekst(raa_enhedsskift.nyt_enhedsnr),
            totaltekst(raa_enhedsskift.fra),
            raa_enhedsskift.oevrig_totaltekst
        ) as totaltekst,
        raa_enhedsskift.gammelt_enhedsnr as gammelt_tekst,
        raa_enhedsskift.nyt_enhedsnr as nyt_tekst,
        raa_enhedsskift.fra as fra_tekst

    from raa_enhedsskift

    where not raa_enhedsskift.er_tom

),

vurderede as (

    select
        *,
        case
            when totaltekst is not null then null
            when forskydning is not null then forskydning
            when gammelt_enhedsnr is null or nyt_enhedsnr is null then 'intet gyldigt enhedsnummer'
            when gammelt_enhedsnr = nyt_enhedsnr then 'enheden afløser sig selv'
            when fra is null then 'ingen gyldig dato'
        end as grund

    from typer

)

select
    fil_id,
    linje,
    gammelt_enhedsnr,
    nyt_enhedsnr,
    fra,
    totaltekst,
    grund,
    grund is null and totaltekst is null and row_number() over (
        partition by gammelt_enhedsnr, nyt_enhedsnr, fra, oevrigt_noegle
        order by fil_id, linje
    ) > 1 as er_dublet,
    case
        when grund is not null
            then masker_cpr(
                concat_ws('; ', 'Gammelt: ' || gammelt_tekst, 'Nyt: ' || nyt_tekst, 'Fra: ' || fra_tekst)
            )
    end as afvist_tekst

from vurderede
