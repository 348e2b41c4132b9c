-- Every row of OPUS's own report LPT169: dagsværk per employee for one twelve-month period.
-- Enhed: dagsværk. Korn: fil_id, linje (række i LPT169-fil). Midlertidig.
with

typer as (

    select
        raa_lpt169.fil_id,
        raa_lpt169.linje,
        laes_noegle(raa_lpt169.medarbejdernr) as medarbejdernr,
        laes_e8(raa_lpt169.dagsvaerk, kildefiler.decimaltegn) as dagsvaerk_e8,
        raa_lpt169.oevrigt_noegle,
        case
            when laes_noegle(raa_lpt169.medarbejdernr) is null
                then coalesce(
                    totaltekst(raa_lpt169.medarbejdernr),
                    raa_lpt169.oevrig_totaltekst,
                    case when raa_lpt169.medarbejdernr is null then 'uden tekst' end
                )
        end as totaltekst,
        raa_lpt169.medarbejdernr as medarbejdernr_tekst,
        raa_lpt169.dagsvaerk as dagsvaerk_tekst

    from raa_lpt169

    inner join kildefiler
        on raa_lpt169.fil_id = kildefiler.fil_id

    where not raa_lpt169.er_tom

),

vurderede as (

    select
        *,
        case
            when totaltekst is not null then null
            when medarbejdernr is null then 'intet gyldigt medarbejdernummer'
            when dagsvaerk_e8 is null then 'dagsværk er ikke et tal'
            when dagsvaerk_e8 < 0 then 'negative dagsværk'
        end as grund

    from typer

)

select
    fil_id,
    linje,
    medarbejdernr,
    dagsvaerk_e8,
    totaltekst,
    grund,
    grund is null and totaltekst is null and row_number() over (
        partition by fil_id, medarbejdernr, dagsvaerk_e8, oevrigt_noegle
        order by linje
    ) > 1 as er_dublet,
    case
        when grund is not null
            then masker_cpr(
                concat_ws('; ', 'Medarbejdernr.: ' || medarbejdernr_tekst, 'Dagsværk: ' || dagsvaerk_tekst)
            )
    end as afvist_tekst

from vurderede
