-- What is kept of the build in the store, to tell later how late absence is registered: what every whole, covered month
-- holds at the levels down to afdeling. A month without absence is 0.
-- Enhed: dagsværk in hundred millionths (e8). Korn: enhed_id, maaned_nr.
select
    enheder.enhed_id,
    enheder.niveau,
    perioder.sidste_maaned as maaned_nr,
    coalesce(enhed_maaned.dagsvaerk_e8, 0)::bigint as dagsvaerk_e8

from enheder

cross join perioder

left join enhed_maaned
    on
        enheder.enhed_id = enhed_maaned.enhed_id
        and perioder.sidste_maaned = enhed_maaned.maaned_nr

where
    enheder.niveau in ('kommune', 'område', 'afdeling')
    and perioder.periodetype = 'maaned'
    and perioder.vindue = 'alene'
