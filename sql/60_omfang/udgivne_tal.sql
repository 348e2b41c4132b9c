-- The published figures a user sees: all of them for hr, leder and chef, those of the own subtree for aggregat.
-- Enhed: rounded days, whole per cent, rounded medarbejdere. Korn: gruppe_id, vindue_nr.
select udgivne_tal.*

from maal.udgivne_tal

where
    $er_hr
    or len($leder_noder) > 0
    or len($chef_noder) > 0
    or exists (
        select 1
        from maal.enhed_overordnede
        where
            list_contains($aggregat_noder::bigint[], enhed_overordnede.overordnet_id)
            and (
                enhed_overordnede.enhed_id = udgivne_tal.gruppe_id
                or enhed_overordnede.enhed_id = udgivne_tal.overordnet_id
            )
    )
