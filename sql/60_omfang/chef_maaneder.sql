-- The windows a chef sees a node in by the months' partition: months and quarters alone of the years in which it stands
-- alone, and the rolling windows made of such years only. Below a node only in the years she sees it in.
-- Korn: enhed_id, vindue_nr. Midlertidig.
with recursive

viste as (

    select
        barn_id as enhed_id,
        aar

    from maal.maanedsdeling

    where
        overordnet_id is null
        and list_contains($chef_noder::bigint[], barn_id)
        and barn_id in (select chef_grupper.gruppe_id from chef_grupper)

    union

    select
        maanedsdeling.barn_id as enhed_id,
        maanedsdeling.aar

    from viste

    inner join maal.maanedsdeling
        on viste.enhed_id = maanedsdeling.overordnet_id and viste.aar = maanedsdeling.aar

    where maanedsdeling.barn_id in (select chef_grupper.gruppe_id from chef_grupper)

)

select
    viste.enhed_id,
    perioder.vindue_nr

from maal.perioder

inner join viste
    on perioder.foerste_maaned // 12 = viste.aar

inner join viste as til_og_med
    on viste.enhed_id = til_og_med.enhed_id and perioder.sidste_maaned // 12 = til_og_med.aar

left join chef_grupper
    on viste.enhed_id = chef_grupper.gruppe_id and perioder.vindue_nr = chef_grupper.vindue_nr

where
    chef_grupper.gruppe_id is null
    and viste.enhed_id not in (select egne_enheder.enhed_id from egne_enheder)
