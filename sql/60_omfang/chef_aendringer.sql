-- The changes a chef is shown: of the groups she sees both in a window and in the one a quarter or a year before, and
-- whether short and long absence are shown in both. Korn: gruppe_id, vindue_nr, skridt. Midlertidig.
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

select
    nu.gruppe_id,
    par.vindue_nr,
    par.skridt,
    nu.vis_langtid and foer.vis_langtid as vis_langtid

from par

inner join chef_grupper as nu
    on par.vindue_nr = nu.vindue_nr

inner join chef_grupper as foer
    on par.foer_vindue_nr = foer.vindue_nr and nu.gruppe_id = foer.gruppe_id
