-- How many units in use at the newest quarter, with employees of their own for a leder to follow, lie below the nodes a
-- chef leads, and how many of them have no leder with adgang there: none at the unit, nor between it and her own node;
-- another chef is none. Korn: én række.
with

under as (

    select distinct enhed_overordnede.enhed_id

    from maal.enhed_overordnede

    inner join maal.noegletal
        on enhed_overordnede.enhed_id = noegletal.enhed_id and not noegletal.er_nedlagt

    inner join maal.perioder
        on
            noegletal.vindue_nr = perioder.vindue_nr
            and perioder.periodetype = 'kvartal'
            and perioder.vindue = 'rullende'
            and perioder.er_nyeste

    where
        enhed_overordnede.trin > 0
        and list_contains($chef_noder::bigint[], enhed_overordnede.overordnet_id)

),

bemandede as (

    select distinct placerede.enhed_id

    from placerede

    where placerede.er_i_populationen

),

ledede as (         -- the unit's own leder, and one between it and the chef

    select distinct enhed_overordnede.enhed_id

    from maal.enhed_overordnede

    inner join ledelse
        on enhed_overordnede.overordnet_id = ledelse.enhed_id

    where
        ledelse.rolle = 'leder'
        and ledelse.enhed_id in (select under.enhed_id from under)

)

select
    count(*) as antal_enheder,
    count(*) filter (where ledede.enhed_id is null) as antal_uden_leder

from under

left join ledede
    on under.enhed_id = ledede.enhed_id

where under.enhed_id in (select bemandede.enhed_id from bemandede)
