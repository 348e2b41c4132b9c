-- What a forecast at a month end is made with, besides the own months: how the kommune's year to date moved from the
-- same months last year, as a factor, the part of it that counts for the kommune itself, and half the interval of a
-- whole year of one medarbejder. Where the year's months, or last year's same ones, are not all covered there is none.
-- Enhed: factors; sygedage. Korn: sidste_maaned.
with

hele as (

    select enhed_id
    from enheder
    where er_kommunen(dybde, niveau_nr)

),

maanedstal as (

    select
        perioder.sidste_maaned as maaned_nr,
        perioder.dage,
        enhed_maaned.dagsvaerk_e8,
        som_nytal($nytal, enhed_maaned.ansat_dage * 100000000::hugeint, enhed_maaned.fuldtid_dage_e8::hugeint)
            as ansat_e8

    from perioder

    inner join enhed_maaned
        on perioder.sidste_maaned = enhed_maaned.maaned_nr

    inner join hele
        on enhed_maaned.enhed_id = hele.enhed_id

    where perioder.periodetype = 'maaned' and perioder.vindue = 'alene'

),

til_dato as (       -- sygedage of the year's months so far

    select
        nu.maaned_nr as sidste_maaned,
        sum(aarets.dagsvaerk_e8)::double / sum(aarets.ansat_e8) * sum(aarets.dage) as sygedage

    from maanedstal as nu

    inner join maanedstal as aarets
        on aarets.maaned_nr between nu.maaned_nr - nu.maaned_nr % 12 and nu.maaned_nr

    group by nu.maaned_nr

    having count(*) = nu.maaned_nr % 12 + 1 and sum(aarets.ansat_e8) > 0

),

spredning as (      -- of the newest window

    select any_value(gruppe_rater.s2) as s2

    from gruppe_rater

    inner join perioder
        on gruppe_rater.vindue_nr = perioder.vindue_nr

    where perioder.vindue = 'rullende' and perioder.er_nyeste

)

select
    nu.sidste_maaned,
    nu.sygedage / foer.sygedage as faktor,
    1 + $prognose_kommunens_andel * (nu.sygedage / foer.sygedage - 1) as kommunens_faktor,
    $prognose_spredninger * sqrt($prognose_aarsvarians * spredning.s2) as aarsusikkerhed

from til_dato as nu

inner join til_dato as foer
    on nu.sidste_maaned - 12 = foer.sidste_maaned

cross join spredning

where foer.sygedage > 0
