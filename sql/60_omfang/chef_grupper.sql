-- The groups a chef sees, window by window: the own nodes that pass by themselves, and below each node shown the groups
-- it is divided in inside. Below a pool nothing. A group shows no column its node does not show.
-- Korn: gruppe_id, vindue_nr. Midlertidig.
with recursive

viste as (

    select
        overordnet_id,
        gruppe_id,
        vindue_nr,
        langtidsandel is not null as vis_langtid,
        langtidsfriske is not null as vis_langtidsfriske

    from maal.gruppetal

    where overordnet_id is null and list_contains($chef_noder::bigint[], gruppe_id)

    union

    select
        gruppetal.overordnet_id,
        gruppetal.gruppe_id,
        gruppetal.vindue_nr,
        viste.vis_langtid and gruppetal.langtidsandel is not null as vis_langtid,
        viste.vis_langtidsfriske and gruppetal.langtidsfriske is not null as vis_langtidsfriske

    from viste

    inner join maal.gruppetal
        on viste.gruppe_id = gruppetal.overordnet_id and viste.vindue_nr = gruppetal.vindue_nr

)

select
    gruppe_id,
    vindue_nr,
    max(overordnet_id) as overordnet_id,
    bool_and(vis_langtid) as vis_langtid,
    bool_and(vis_langtidsfriske) as vis_langtidsfriske

from viste

where gruppe_id not in (select egne_enheder.enhed_id from egne_enheder)

group by gruppe_id, vindue_nr
