-- The windows anything is published for: rolling, at quarter ends. er_nu: the newest of its kind (perioder);
-- er_blandt_tre: that one, a quarter before and a year before, the three there are of a unit.
-- Korn: vindue_nr. Midlertidig.
with

nu as (

    select
        vindue_nr,
        vindue_nr_kvartal_foer,
        vindue_nr_aar_foer

    from perioder

    where periodetype = 'kvartal' and vindue = 'rullende' and er_nyeste

)

select
    perioder.vindue_nr,
    perioder.periode,
    perioder.dage,
    perioder.foerste_maaned,
    perioder.sidste_maaned,
    perioder.har_langtidsfriske,
    perioder.vindue_nr = nu.vindue_nr as er_nu,
    perioder.vindue_nr in (nu.vindue_nr, nu.vindue_nr_kvartal_foer, nu.vindue_nr_aar_foer) as er_blandt_tre

from perioder

cross join nu

where perioder.periodetype = 'kvartal' and perioder.vindue = 'rullende'
