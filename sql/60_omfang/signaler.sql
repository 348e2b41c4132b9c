-- Whether the changes a user sees are larger than chance: of the nodes seen in full with their z; for a chef of the
-- groups shown in both windows, the verdict alone, and of short and long absence only where these are shown.
-- Korn: enhed_id, vindue_nr, skridt, slags.
with

par as (

    select
        vindue_nr,
        'kvartal' as skridt,
        vindue_nr_kvartal_foer as foer_vindue_nr
    from maal.perioder

    union all

    select
        vindue_nr,
        'aar' as skridt,
        vindue_nr_aar_foer as foer_vindue_nr
    from maal.perioder

)

select signaler.*
from maal.signaler
where signaler.enhed_id in (select egne_enheder.enhed_id from egne_enheder)

union all

select
    signaler.* replace (
        null as z, null as z_enheder, null as omsaetning
    )
from maal.signaler
inner join par
    on signaler.vindue_nr = par.vindue_nr and signaler.skridt = par.skridt
inner join chef_grupper as nu
    on signaler.enhed_id = nu.gruppe_id and par.vindue_nr = nu.vindue_nr
inner join chef_grupper as foer
    on signaler.enhed_id = foer.gruppe_id and par.foer_vindue_nr = foer.vindue_nr
where signaler.slags = 'alt' or (nu.vis_langtid and foer.vis_langtid)
