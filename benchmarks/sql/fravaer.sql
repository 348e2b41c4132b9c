-- Filen fravaer: korte og lange forløb, de lange delt i uger, få åbne, få i weekender. Korn: en registrering.
with

plan as (              -- how many courses of absence, and which share of them is illness

    select
        *,
        greatest(1, round(aar * (2.5 * sygelighed + 2.5)))::bigint as antal_forloeb,
        2.5 * sygelighed / (2.5 * sygelighed + 2.5) as andel_syg,
        (slut_dag - fravaer_fra) / antal_forloeb as plads_dage,
        unnest(range(antal_forloeb)) as j
    from medarbejder

),

udkast as (

    select
        i,
        j,
        medarbejdernr,
        sidste_dag,
        typisk_grad,
        plads_dage,
        fravaer_fra + floor((j + 0.7 * tal(i, j, 41)) * plads_dage)::integer as kladde_dag,
        tal(i, j, 42) < andel_syg as er_syg,
        udfald(i, j, 43, 1000) as artstal,
        tal(i, j, 44) as laengde,
        udfald(i, j, 45, 1000) as saerligt
    from plan

),

arter as (

    select
        *,
        er_syg and saerligt < 15 as er_weekendvagt,
        case
            when er_syg
                then case
                    when artstal < 880 then 'SY'
                    when artstal < 930 then 'DS'
                    when artstal < 950 then 'AS'
                    when artstal < 975 then 'GS'
                    else 'P56'
                end
            when artstal < 560 then 'FE'
            when artstal < 760 then 'BS'
            when artstal < 860 then 'OM'
            when artstal < 975 then 'KU'
            else 'BA'
        end as art,
        case
            when er_weekendvagt then kladde_dag + (6 - isodow(kladde_dag) + saerligt % 2)::integer
            when isodow(kladde_dag) > 5 then kladde_dag + (8 - isodow(kladde_dag))::integer
            else kladde_dag
        end as foerste_dag,
        case
            when er_weekendvagt then 1
            when er_syg and artstal % 100 < 72 then 1 + floor(5 * laengde * laengde)
            when er_syg and artstal % 100 < 95 then 5 + floor(17 * laengde)
            when er_syg then 30 - 100 * ln(1 - 0.98 * laengde)
            when art = 'FE' then 1 + floor(20 * laengde * laengde)
            when art = 'BA' then 100 + floor(200 * laengde)
            else 1 + floor(2 * laengde * laengde)
        end as oensket_dage
    from udkast

),

forloeb as (

    select
        *,
        foerste_dag + (greatest(1, least(
            oensket_dage, plads_dage * case when oensket_dage > 30 then 1.5 else 0.3 end
        )) - 1)::integer as kladde_slut,
        case
            when saerligt < 990 then least(kladde_slut, coalesce(sidste_dag, kladde_slut))
            else kladde_slut
        end as slut,
        er_syg and slut - foerste_dag >= 7 and udfald(i, j, 46, 10) < 8 as er_delt,
        er_syg and sidste_dag is null and slut >= getvariable('til') and saerligt < 900 as er_aabent
    from arter
    where slut >= foerste_dag and slut >= getvariable('fra')

),

ugenumre as (

    select
        *,
        unnest(range(
            case when er_delt then (slut - date_trunc('week', foerste_dag)::date) // 7 + 1 else 1 end
        ))::integer as uge
    from forloeb

),

uger as (

    select
        *,
        date_trunc('week', foerste_dag)::date + 7 * uge as mandag,
        mandag + case when udfald(i, 0, 47, 2) = 0 then 6 else 4 end as ugeslut,    -- some register to Friday only
        case when uge = 0 then foerste_dag else mandag end as startdato,
        case when er_delt then least(slut, ugeslut) else slut end as stopdato
    from ugenumre

),

registreringer as (

    select
        uger.*,
        er_aabent and stopdato >= getvariable('til') as er_aaben,
        slut_kalender.til_og_med - start_kalender.foer as arbejdsdage,
        udfald(i, startdato, 48, 1000) as udfyldt,
        typisk_grad * case when art = 'DS' then 0.5 else 1.0 end as grad
    from uger
    inner join kalender as start_kalender
        on uger.startdato = start_kalender.dag
    inner join kalender as slut_kalender
        on uger.stopdato = slut_kalender.dag
    where not (er_aabent and startdato > getvariable('til'))

),

kopierede as (         -- a few rows occur twice, identical in every column

    select
        *,
        unnest(range(case when udfyldt = 500 and saerligt < 500 then 2 else 1 end)) as kopi
    from registreringer

)

select
    medarbejdernr as "Medarbejdernr.",
    strftime(startdato, '%d.%m.%Y') as "Startdato",
    case
        when not er_aaben then strftime(stopdato, '%d.%m.%Y')
        when saerligt % 2 = 0 then '31.12.9999'
    end as "Stopdato",
    art as "Fraværsart",
    case art
        when 'SY' then 'Sygdom'
        when 'DS' then 'Delvis syg'
        when 'AS' then 'Arbejdsskade'
        when 'GS' then 'Graviditetsbetinget sygdom'
        when 'P56' then '§ 56'
        when 'FE' then 'Ferie'
        when 'BS' then 'Barns sygdom'
        when 'OM' then 'Omsorgsdag'
        when 'KU' then 'Kursus'
        else 'Barsel'
    end as "Fraværsarttekst",
    case
        when udfyldt < 40 then null
        when er_aaben then '0,00'
        when arbejdsdage = 0 then komma(7.4 + saerligt % 5)
        else komma(round(arbejdsdage * 7.4 * grad, 2))
    end as "Timer",
    case
        when er_aaben or arbejdsdage = 0 or udfyldt < 2 or udfyldt > 960 then null
        else komma(arbejdsdage * case when art = 'DS' then 0.5 else 1.0 end)
    end as "Dage"
from kopierede
order by medarbejdernr, startdato, stopdato, art -- as a list out of SAP is
