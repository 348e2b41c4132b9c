-- What the parts of the nodes a user sees have to do with the nodes' changes: every child of the nodes seen in full;
-- for a chef the groups of the nodes shown in both windows; for hr the published groups too, which the case is made of.
-- Korn: deling, enhed_id, del_id, vindue_nr, skridt.
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

select forklaringsdele.*
from maal.forklaringsdele
where
    (
        forklaringsdele.deling = 'alle'
        and forklaringsdele.enhed_id in (select egne_enheder.enhed_id from egne_enheder)
    )
    or (forklaringsdele.deling = 'ude' and $er_hr)

union all

select forklaringsdele.*
from maal.forklaringsdele
inner join par
    on forklaringsdele.vindue_nr = par.vindue_nr and forklaringsdele.skridt = par.skridt
inner join chef_grupper as nu
    on forklaringsdele.enhed_id = nu.gruppe_id and par.vindue_nr = nu.vindue_nr
inner join chef_grupper as foer
    on forklaringsdele.enhed_id = foer.gruppe_id and par.foer_vindue_nr = foer.vindue_nr
where forklaringsdele.deling = 'inde'
