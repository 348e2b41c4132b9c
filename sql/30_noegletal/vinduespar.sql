-- Each rolling quarter window beside the one a quarter and the one a year before: what a change is a change between.
-- Days are numbered as in the calendar (loebenr). Enhed: days. Korn: par_nr. Midlertidig.
with

par as (

    select
        vindue_nr,
        'kvartal' as skridt,
        vindue_nr_kvartal_foer as foer_vindue_nr
    from perioder

    union all

    select
        vindue_nr,
        'aar' as skridt,
        vindue_nr_aar_foer as foer_vindue_nr
    from perioder

)

select
    row_number() over (order by par.vindue_nr, par.skridt)::integer as par_nr,
    par.vindue_nr,
    par.skridt,
    par.foer_vindue_nr,
    nu.er_foreloebig or foer.er_foreloebig as er_foreloebig,
    foer.sidste_maaned // 3 as foer_kvartal_nr,
    nu.sidste_maaned // 3 as nu_kvartal_nr,
    foer_sidste.loebenr as foer_sidste_nr,
    nu_sidste.loebenr as nu_sidste_nr,
    foer.dage as foer_dage,
    nu.dage as nu_dage

from par

inner join perioder as nu
    on par.vindue_nr = nu.vindue_nr

inner join perioder as foer
    on par.foer_vindue_nr = foer.vindue_nr

inner join kalender as foer_sidste
    on foer.slutdato = foer_sidste.dag

inner join kalender as nu_sidste
    on nu.slutdato = nu_sidste.dag

where nu.periodetype = 'kvartal' and nu.vindue = 'rullende'
