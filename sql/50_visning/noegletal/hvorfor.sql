-- A node's change in a quarter's rolling figure since a quarter and a year before, seen in four ways: short and long
-- absence; the quarter that came in and the one that went out (by themselves, since a quarter before only); and
-- the share of the possible days, the working days and the grad it is the product of. Null where a part is not shown.
-- Enhed: sygedage pr. medarbejder (or årsværk); arbejdsdage in days. Korn: skridt.
with

par as (

    select
        vindue_nr,
        sidste_maaned,
        'kvartal' as skridt,
        vindue_nr_kvartal_foer as foer_vindue_nr
    from perioder
    where periode = $periode and periodetype = 'kvartal' and vindue = 'rullende'

    union all

    select
        vindue_nr,
        sidste_maaned,
        'aar' as skridt,
        vindue_nr_aar_foer as foer_vindue_nr
    from perioder
    where periode = $periode and periodetype = 'kvartal' and vindue = 'rullende'

),

tal as (

    select
        noegletal.vindue_nr,
        noegletal.sygedage,
        noegletal.sygedage * noegletal.langtidsandel as langtid,
        noegletal.fravaersprocent,
        noegletal.gns_fuldtid
        / som_nytal(bygning.nytal, noegletal.gns_medarbejdere, noegletal.gns_fuldtid) as grad,
        noegletal.sygedage / nullif(noegletal.fravaersprocent * grad, 0) as arbejdsdage,
        perioder.er_foreloebig

    from noegletal

    inner join perioder
        on noegletal.vindue_nr = perioder.vindue_nr

    cross join bygning

    where noegletal.enhed_id = $enhed_id and noegletal.sygedage is not null

),

alene as (

    select
        perioder.sidste_maaned,
        noegletal.sygedage,
        perioder.periode

    from noegletal

    inner join perioder
        on noegletal.vindue_nr = perioder.vindue_nr

    where noegletal.enhed_id = $enhed_id and perioder.periodetype = 'kvartal' and perioder.vindue = 'alene'

)

select
    par.skridt,
    nu.sygedage - foer.sygedage as aendring,
    (nu.sygedage - nu.langtid) - (foer.sygedage - foer.langtid) as korttid,
    nu.langtid - foer.langtid as langtid,
    ind.periode as ind_periode,
    ind.sygedage as ind_sygedage,
    ud.periode as ud_periode,
    ud.sygedage as ud_sygedage,
    (nu.fravaersprocent - foer.fravaersprocent)
    * (nu.arbejdsdage * nu.grad + foer.arbejdsdage * foer.grad) / 2 as fravaer,
    (nu.fravaersprocent + foer.fravaersprocent) / 2 * (nu.grad + foer.grad) / 2
    * (nu.arbejdsdage - foer.arbejdsdage) as af_arbejdsdage,
    (nu.fravaersprocent + foer.fravaersprocent) / 2 * (nu.arbejdsdage + foer.arbejdsdage) / 2
    * (nu.grad - foer.grad) as af_grad,
    round(nu.arbejdsdage)::integer - round(foer.arbejdsdage)::integer as flere_arbejdsdage

from par

inner join tal as nu
    on par.vindue_nr = nu.vindue_nr

inner join tal as foer
    on par.foer_vindue_nr = foer.vindue_nr

left join alene as ind
    on par.sidste_maaned = ind.sidste_maaned and par.skridt = 'kvartal'

left join alene as ud
    on par.sidste_maaned - 12 = ud.sidste_maaned and par.skridt = 'kvartal'

where not nu.er_foreloebig and not foer.er_foreloebig

order by par.skridt desc
