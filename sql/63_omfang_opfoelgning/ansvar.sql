-- Whose each employee is to follow up: the nearest node at or above her own that a leder leads; of a leder the nearest
-- a leder or chef leads strictly above; hr's (null) without one. Korn: medarbejdernr. Midlertidig.
with

ledede as (         -- a node a leder and a chef share is the leder's

    select
        enhed_id,
        max(rolle) as rolle

    from ledelse

    group by enhed_id

),

egne as (

    select
        medarbejdernr,
        enhed_id

    from ledelse

    where medarbejdernr is not null

),

mulige as (

    select
        placerede.medarbejdernr,
        ledede.enhed_id,
        ledede.rolle,
        enhed_overordnede.trin

    from placerede

    inner join maal.enhed_overordnede
        on placerede.enhed_id = enhed_overordnede.enhed_id

    inner join ledede
        on enhed_overordnede.overordnet_id = ledede.enhed_id

    where
        placerede.medarbejdernr not in (select egne.medarbejdernr from egne)
        and ledede.rolle = 'leder'

    union all

    select
        placerede.medarbejdernr,
        ledede.enhed_id,
        ledede.rolle,
        over_egen.trin

    from placerede

    inner join egne
        on placerede.medarbejdernr = egne.medarbejdernr

    inner join maal.enhed_overordnede as over_egen
        on egne.enhed_id = over_egen.enhed_id

    inner join ledede
        on over_egen.overordnet_id = ledede.enhed_id

    inner join maal.enhed_overordnede as over_placering
        on
            placerede.enhed_id = over_placering.enhed_id
            and ledede.enhed_id = over_placering.overordnet_id

    where not exists (      -- above means above every node of hers
        select 1
        from egne as hendes
        where hendes.medarbejdernr = placerede.medarbejdernr and hendes.enhed_id = ledede.enhed_id
    )

),

naermeste as (

    select
        medarbejdernr,
        arg_min(enhed_id, (trin, enhed_id)) as ansvar_enhed_id,
        arg_min(rolle, (trin, enhed_id)) as ansvar_rolle

    from mulige

    group by medarbejdernr

)

select
    placerede.medarbejdernr,
    placerede.enhed_id,
    naermeste.ansvar_enhed_id,
    coalesce(naermeste.ansvar_rolle, 'hr') as ansvar_rolle

from placerede

left join naermeste
    on placerede.medarbejdernr = naermeste.medarbejdernr

where placerede.aarsag <> 'annulleret'
