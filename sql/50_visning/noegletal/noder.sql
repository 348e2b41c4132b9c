-- The nodes a user sees figures of, in the order of the tree; er_udgivet where they are the published ones only: of a
-- unit she sees exactly there is no published form beside it.
-- Korn: enhed_id.
with recursive

eksakte as (

    select
        enhed_id,
        enhedsnr,
        enhedsnavn,
        overordnet_id,
        niveau,
        niveau_nr,
        dybde,
        sti,
        false as er_udgivet

    from enheder

    where enhed_id in (select noegletal.enhed_id from noegletal)

),

grupper as (

    select
        gruppe_id,
        any_value(overordnet_id) as overordnet_id,
        any_value(enhed_id) as enhed_id,
        any_value(navn) as navn,
        any_value(niveau) as niveau

    from udgivne_tal

    where opdeling = 'enheder' and er_nu

    group by gruppe_id

),

udgivne as (

    select
        grupper.gruppe_id,
        grupper.enhed_id,
        null::bigint as overordnet_id,
        grupper.navn,
        grupper.niveau,
        0 as dybde,
        [grupper.navn] as sti
    from omfang
    inner join grupper
        on omfang.enhed_id = grupper.gruppe_id
    where omfang.rolle = 'aggregat'

    union all

    select
        grupper.gruppe_id,
        grupper.enhed_id,
        grupper.overordnet_id,
        grupper.navn,
        grupper.niveau,
        udgivne.dybde + 1 as dybde,
        list_append(udgivne.sti, grupper.navn) as sti
    from udgivne
    inner join grupper
        on udgivne.gruppe_id = grupper.overordnet_id

),

alle as (

    select * from eksakte

    union all

    select
        gruppe_id as enhed_id,
        case when gruppe_id < 0 then 'GRUPPE:' || gruppe_id else nummer(gruppe_id) end as enhedsnr,
        any_value(navn) as enhedsnavn,
        max(overordnet_id) as overordnet_id,
        coalesce(any_value(niveau), 'gruppe') as niveau,
        8 as niveau_nr,
        max(dybde) as dybde,
        arg_max(sti, dybde) as sti,
        true as er_udgivet
    from udgivne
    where coalesce(enhed_id, gruppe_id) not in (select eksakte.enhed_id from eksakte)
    group by gruppe_id

)

select
    enhed_id,
    enhedsnr,
    enhedsnavn,
    overordnet_id,
    niveau,
    dybde,
    er_udgivet

from alle

order by er_udgivet, niveau_nr >= 8, list_aggregate(sti, 'string_agg', chr(31)) collate da, enhedsnr
