-- The root holds every dagsværk and every employed day of the population, in every month.
with

roden as (

    select
        enhed_maaned.maaned_nr,
        enhed_maaned.dagsvaerk_e8,
        enhed_maaned.ansat_dage

    from enhed_maaned

    inner join enheder
        on enhed_maaned.enhed_id = enheder.enhed_id and er_kommunen(enheder.dybde, enheder.niveau_nr)

),

placeret as (

    select
        maaned_nr,
        sum(dagsvaerk_e8) as dagsvaerk_e8,
        sum(ansat_dage) as ansat_dage

    from (
        select
            maaned_nr,
            dagsvaerk_e8,
            0 as ansat_dage
        from syge_maaneder
        union all
        select
            maaned_nr,
            0 as dagsvaerk_e8,
            ansat_dage
        from ansatte_maaneder
    ) as begge

    group by maaned_nr

)

select placeret.maaned_nr

from placeret

left join roden
    on placeret.maaned_nr = roden.maaned_nr

where
    placeret.dagsvaerk_e8 is distinct from roden.dagsvaerk_e8
    or placeret.ansat_dage is distinct from roden.ansat_dage
