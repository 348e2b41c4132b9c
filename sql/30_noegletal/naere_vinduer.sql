-- The twelve-month windows recent enough for their spread and concentration to be told: those that end with the three
-- newest months and with the quarters of the last year. Korn: sidste_maaned. Midlertidig.
with

seneste as (

    select max(sidste_maaned) as maaned_nr
    from perioder
    where vindue = 'rullende'

)

select
    perioder.sidste_maaned,
    any_value(perioder.foerste_maaned) as foerste_maaned,
    any_value(perioder.dage) as dage,
    any_value(perioder.slutdato) as slutdato

from perioder

cross join seneste

where
    perioder.vindue = 'rullende'
    and perioder.sidste_maaned > seneste.maaned_nr - case when perioder.periodetype = 'kvartal' then 15 else 3 end

group by perioder.sidste_maaned
