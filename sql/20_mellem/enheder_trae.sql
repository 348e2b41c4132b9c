-- The one tree: known units, the units no tree ever named under "Ukendte enheder" (enhedsnr -1), one root.
-- A unit whose parent no tree names is a root; of several the one with most employees rules, the rest hang under it.
-- Korn: enhedsnr. Midlertidig.
with recursive

roedder as (

    select enhedsnr

    from enheder_kendte

    where
        overordnet_enhedsnr is null
        or overordnet_enhedsnr not in (select overordnede.enhedsnr from enheder_kendte as overordnede)

),

under_rod as (

    select
        enhedsnr as rod,
        enhedsnr
    from roedder

    union

    select
        under_rod.rod,
        enheder_kendte.enhedsnr
    from under_rod
    inner join enheder_kendte
        on under_rod.enhedsnr = enheder_kendte.overordnet_enhedsnr

),

ansatte_pr_rod as (

    select
        under_rod.rod,
        count(distinct spaend.medarbejdernr) as antal_medarbejdere

    from under_rod

    left join enhed_efterfoelger
        on under_rod.enhedsnr = enhed_efterfoelger.efterfoelger

    left join spaend
        on
            enhed_efterfoelger.enhedsnr = spaend.enhedsnr
            and begyndt(spaend.startdato) >= enhed_efterfoelger.begyndt_fra
            and begyndt(spaend.startdato) < enhed_efterfoelger.begyndt_foer

    group by under_rod.rod

),

hovedrod as (

    select arg_max(rod, { 'antal': antal_medarbejdere, 'nr': -rod }) as rod

    from ansatte_pr_rod

),

ukendte as (

    select distinct placeringer.enhedsnr

    from placeringer

    where placeringer.enhedsnr not in (select enheder_kendte.enhedsnr from enheder_kendte)

)

select
    enheder_kendte.enhedsnr,
    enheder_kendte.enhedsnavn,
    case
        when enheder_kendte.enhedsnr = hovedrod.rod then null
        when enheder_kendte.enhedsnr in (select roedder.enhedsnr from roedder) then hovedrod.rod
        else enheder_kendte.overordnet_enhedsnr
    end as overordnet,
    enheder_kendte.enhedsnr <> hovedrod.rod
    and enheder_kendte.enhedsnr in (select roedder.enhedsnr from roedder) as er_ekstra_rod

from enheder_kendte

cross join hovedrod

union all

select
    -1 as enhedsnr,
    'Ukendte enheder' as enhedsnavn,
    hovedrod.rod as overordnet,
    false as er_ekstra_rod

from hovedrod

where exists (select 1 from ukendte)

union all

select
    ukendte.enhedsnr,
    'Ukendt enhed ' || nummer(ukendte.enhedsnr) as enhedsnavn,
    -1 as overordnet,
    false as er_ekstra_rod

from ukendte
