-- Every row of OPUS's own report LPT169: dagsværk per employee for one twelve-month period.
-- Enhed: dagsværk. Korn: fil_id, linje (række i LPT169-fil). Midlertidig.
with

typer as (

    select
        raa_lpt169.fil_id,
        raa_lpt169.linje,
        laes_noegle(raa_lpt169.medarbejdernr) as medarbejdernr,
        laes_e8(raa_lpt169.dagsvaerk, raa_lpt169.dagsvaerk_form) as dagsvaerk_e8,
        raa_lpt169.oevrigt_noegle,
        raa_lpt169.forskydning,
        case
            when laes_noegle(raa_lpt169.medarbejdernr) is null
                then coalesce(
                    raa_lpt169.loest_maerke,
                    totalmaerke(raa_lpt169.medarbejdernr),
                    raa_lpt169.oevrig_totaltekst,
                    case when raa_lpt169.medarbejdernr is null then 'uden tekst' end
                )
        end as totaltekst,
        raa_lpt169.medarbejdernr as medarbejdernr_tekst,
        raa_lpt169.dagsvaerk as dagsvaerk_tekst

    from raa_lpt169

    where not raa_lpt169.er_tom

),

vurderede as (

    select
        *,
        case
            when totaltekst is not null then null
            when forskydning is not null then forskydning
            when medarbejdernr is null then 'intet gyldigt medarbejdernummer'
            when dagsvaerk_e8 is null then tal_grund('dagsværk', dagsvaerk_tekst)
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
