-- Every row of the måltal files.
-- Enhed: sygedage pr. medarbejder. Korn: fil_id, linje (række i måltalsfil). Midlertidig.
with

typer as (

    select
        raa_maaltal.fil_id,
        raa_maaltal.linje,
        kildefiler.udtraeksdato,
        laes_noegle(raa_maaltal.enhedsnr) as enhedsnr,
        try_cast(raa_maaltal.aar as integer) as aar,
        laes_e8(raa_maaltal.maaltal, raa_maaltal.maaltal_form) as maaltal_e8,
        raa_maaltal.oevrigt_noegle,
        raa_maaltal.forskydning,
        coalesce(
            totaltekst(raa_maaltal.enhedsnr),
            totaltekst(raa_maaltal.aar),
            totaltekst(raa_maaltal.maaltal),
            raa_maaltal.oevrig_totaltekst
        ) as totaltekst,
        raa_maaltal.enhedsnr as enhedsnr_tekst,
        raa_maaltal.aar as aar_tekst,
        raa_maaltal.maaltal as maaltal_tekst

    from raa_maaltal

    inner join kildefiler
        on raa_maaltal.fil_id = kildefiler.fil_id

    where not raa_maaltal.er_tom

),

vurderede as (

    select
        *,
        case
            when totaltekst is not null then null
            when forskydning is not null then forskydning
            when enhedsnr is null then 'intet gyldigt enhedsnummer'
            when aar is null or aar not between 1900 and 9999 then 'intet gyldigt år'
            when maaltal_e8 is null then tal_grund('måltallet', maaltal_tekst)
            when maaltal_e8 < 0 then 'negativt måltal'
        end as grund

    from typer

)

select
    fil_id,
    linje,
    udtraeksdato,
    enhedsnr,
    aar,
    maaltal_e8,
    totaltekst,
    grund,
    grund is null and totaltekst is null and row_number() over (
        partition by fil_id, enhedsnr, aar, maaltal_e8, oevrigt_noegle
        order by linje
    ) > 1 as er_dublet,
    case
        when grund is not null
            then masker_cpr(
                concat_ws(
                    '; ', 'Enhedsnr: ' || enhedsnr_tekst, 'År: ' || aar_tekst, 'Måltal: ' || maaltal_tekst
                )
            )
    end as afvist_tekst

from vurderede
