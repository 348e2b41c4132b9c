-- The units a user sees what has been agreed for: every one for hr, the subtrees of the own nodes for leder and chef;
-- kan_aftales where she may agree on more: hr and chef. Korn: enhed_id.
with

egne as (

    select
        enhed_overordnede.enhed_id,
        bool_or(list_contains($chef_noder::bigint[], enhed_overordnede.overordnet_id)) as er_chef

    from maal.enhed_overordnede

    where list_contains(list_concat($leder_noder::bigint[], $chef_noder::bigint[]), enhed_overordnede.overordnet_id)

    group by enhed_overordnede.enhed_id

)

select
    enheder.enhed_id,
    enheder.enhedsnr,
    enheder.enhedsnavn,
    enheder.sti,
    $er_hr or coalesce(egne.er_chef, false) as kan_aftales

from maal.enheder

left join egne
    on enheder.enhed_id = egne.enhed_id

where enheder.enhed_id >= 0 and ($er_hr or egne.enhed_id is not null)
