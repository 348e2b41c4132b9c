-- Every row of the adgang files: who may see what, as the delivery proposes it.
-- Korn: fil_id, linje (række i adgangsfil). Midlertidig.
with

typer as (

    select
        raa_adgang.fil_id,
        raa_adgang.linje,
        raa_adgang.bruger,
        raa_adgang.email,
        laes_noegle(raa_adgang.medarbejdernr) as medarbejdernr,
        lower(raa_adgang.rolle) as rolle,
        laes_noegle(raa_adgang.enhedsnr) as enhedsnr,
        laes_dato(raa_adgang.gyldig_fra, raa_adgang.gyldig_fra_form) as gyldig_fra,
        laes_dato(raa_adgang.gyldig_til, raa_adgang.gyldig_til_form) as gyldig_til,
        raa_adgang.tildelt_af,
        raa_adgang.begrundelse,
        raa_adgang.stedfortraeder_for,
        raa_adgang.oevrigt_noegle,
        raa_adgang.forskydning,
        coalesce(
            totaltekst(raa_adgang.bruger), totaltekst(raa_adgang.rolle), raa_adgang.oevrig_totaltekst
        ) as totaltekst,
        raa_adgang.enhedsnr as enhedsnr_tekst,
        raa_adgang.gyldig_fra as gyldig_fra_tekst,
        raa_adgang.gyldig_til as gyldig_til_tekst

    from raa_adgang

    where not raa_adgang.er_tom

),

vurderede as (

    select
        *,
        case
            when totaltekst is not null then null
            when forskydning is not null then forskydning
            when bruger is null then 'ingen bruger'
            when rolle is null or rolle not in ('hr', 'leder', 'chef', 'aggregat', 'dpo') then 'ukendt rolle'
            when enhedsnr is null and (rolle in ('leder', 'chef', 'aggregat') or enhedsnr_tekst is not null)
                then 'intet gyldigt enhedsnummer'
            when gyldig_fra is null then 'ingen gyldig startdato'
            when gyldig_til is null and not er_uden_dato(gyldig_til_tekst) then 'slutdatoen er ikke en dato'
            when gyldig_til < gyldig_fra then 'slutter før start'
        end as grund

    from typer

)

select
    fil_id,
    linje,
    bruger,
    email,
    medarbejdernr,
    rolle,
    enhedsnr,
    gyldig_fra,
    gyldig_til,
    tildelt_af,
    begrundelse,
    stedfortraeder_for,
    totaltekst,
    grund,
    grund is null and totaltekst is null and row_number() over (
        partition by
            bruger,
            email,
            medarbejdernr,
            rolle,
            enhedsnr,
            gyldig_fra,
            gyldig_til,
            tildelt_af,
            begrundelse,
            stedfortraeder_for,
            oevrigt_noegle
        order by fil_id, linje
    ) > 1 as er_dublet,
    case
        when grund is not null
            then masker_cpr(
                concat_ws(
                    '; ',
                    'Rolle: ' || rolle,
                    'Enhedsnr: ' || enhedsnr_tekst,
                    'Gyldig fra: ' || gyldig_fra_tekst,
                    'Gyldig til: ' || gyldig_til_tekst
                )
            )
    end as afvist_tekst

from vurderede
