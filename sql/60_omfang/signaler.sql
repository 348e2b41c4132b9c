-- Whether the changes a user sees are larger than chance: of the nodes seen in full with their z; for a chef of the
-- groups shown in both windows, the verdict alone, and of short and long absence only where these are shown.
-- Korn: enhed_id, vindue_nr, skridt, slags.
select signaler.*
from maal.signaler
where signaler.enhed_id in (select egne_enheder.enhed_id from egne_enheder)

union all

select
    signaler.* replace (
        null as z, null as z_enheder, null as omsaetning, null as udsving
    )
from maal.signaler
inner join chef_aendringer
    on
        signaler.enhed_id = chef_aendringer.gruppe_id
        and signaler.vindue_nr = chef_aendringer.vindue_nr
        and signaler.skridt = chef_aendringer.skridt
where signaler.slags = 'alt' or chef_aendringer.vis_langtid
