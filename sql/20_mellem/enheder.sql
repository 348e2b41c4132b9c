-- The nodes figures are shown for: units with their level, named groups and, when switched on, personalegrupper.
-- Level: one below the parent's unless overridden, underenhed at the deepest. Korn: enhed_id.
with recursive

ned as (

    select
        enheder_trae.enhedsnr,
        coalesce(niveau_angivet.niveau_nr, 0) as niveau_nr,
        0 as dybde,
        [enheder_trae.enhedsnavn] as sti

    from enheder_trae

    left join niveau_angivet
        on enheder_trae.enhedsnr = niveau_angivet.enhedsnr

    where enheder_trae.overordnet is null

    union all

    select
        enheder_trae.enhedsnr,
        coalesce(niveau_angivet.niveau_nr, least(ned.niveau_nr + 1, 4)) as niveau_nr,
        ned.dybde + 1 as dybde,
        list_append(ned.sti, enheder_trae.enhedsnavn) as sti

    from ned

    inner join enheder_trae
        on ned.enhedsnr = enheder_trae.overordnet

    left join niveau_angivet
        on enheder_trae.enhedsnr = niveau_angivet.enhedsnr

),

personalegrupper as (

    select
        personalegruppe,
        -2000 - dense_rank() over (order by personalegruppe) as enhed_id

    from (
        select distinct placeringer.personalegruppe from placeringer
        where $vis_personalegrupper
    ) as navne

)

select
    ned.enhedsnr as enhed_id,
    case when ned.enhedsnr = -1 then 'UKENDTE' else nummer(ned.enhedsnr) end as enhedsnr,
    enheder_trae.enhedsnavn,
    enheder_trae.overordnet as overordnet_id,
    niveauer.niveau,
    ned.niveau_nr,
    ned.dybde,
    ned.sti

from ned

inner join enheder_trae
    on ned.enhedsnr = enheder_trae.enhedsnr

inner join niveauer
    on ned.niveau_nr = niveauer.niveau_nr

union all

select
    gruppe_id as enhed_id,
    'GRUPPE:' || gruppe as enhedsnr,
    gruppe as enhedsnavn,
    null as overordnet_id,
    'gruppe' as niveau,
    8 as niveau_nr,
    0 as dybde,
    [gruppe] as sti

from enhed_i_gruppe

group by gruppe_id, gruppe

union all

select
    enhed_id,
    'PERSONALEGRUPPE:' || personalegruppe as enhedsnr,
    personalegruppe as enhedsnavn,
    null as overordnet_id,
    'personalegruppe' as niveau,
    9 as niveau_nr,
    0 as dybde,
    [personalegruppe] as sti

from personalegrupper
