-- The root holds every dagsværk and every employed day of the population, in every month.
with

roden as (

    select
        enhed_maaned.maaned_nr,
        enhed_maaned.dagsvaerk_e8,
        enhed_maaned.ansat_dage
    from enhed_maaned
    inner join enheder
        on enhed_maaned.enhed_id = enheder.enhed_id and enheder.dybde = 0 and enheder.niveau_nr < 8

),

celler as (

    select
        maaned_nr,
        sum(dagsvaerk_e8) as dagsvaerk_e8
    from sygeceller
    where kategori = 'population'
    group by maaned_nr

)

select
    celler.maaned_nr,
    celler.dagsvaerk_e8
from celler
left join roden
    on celler.maaned_nr = roden.maaned_nr
where celler.dagsvaerk_e8 is distinct from roden.dagsvaerk_e8
