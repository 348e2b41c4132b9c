-- Every unit with every node above it, itself (trin 0) and the groups that hold it included.
-- Korn: enhed_id, overordnet_id.
with recursive

op as (

    select
        enhedsnr as enhed_id,
        enhedsnr as overordnet_id,
        0 as trin

    from enheder_trae

    union all

    select
        op.enhed_id,
        enheder_trae.overordnet as overordnet_id,
        op.trin + 1 as trin

    from op

    inner join enheder_trae
        on op.overordnet_id = enheder_trae.enhedsnr

    where enheder_trae.overordnet is not null

)

select
    enhed_id,
    overordnet_id,
    trin
from op

union all

select
    op.enhed_id,
    enhed_i_gruppe.gruppe_id as overordnet_id,
    min(op.trin) + 1 as trin
from op
inner join enhed_i_gruppe
    on op.overordnet_id = enhed_i_gruppe.enhedsnr
group by op.enhed_id, enhed_i_gruppe.gruppe_id
