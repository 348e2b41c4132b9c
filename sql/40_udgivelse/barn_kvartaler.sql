-- What each child of a node is in a quarter alone: for the proof that rolling windows subtracted do not tell a quarter.
-- Enhed: gns. medarbejdere; dagsværk, all and of the two highest employees, 0 where no two can hold too much.
-- Korn: barn_id, periode.
with

hoejeste as (

    select
        barn_id,
        vindue_nr,
        list_reverse_sort(list(dagsvaerk_e8))[1:2] as to_hoejeste_e8

    from alene_personer

    group by barn_id, vindue_nr

)

select
    alene_tal.barn_id,
    perioder.periode,
    perioder.dage,
    alene_tal.ansat_dage / perioder.dage as gns_medarbejdere,
    dagsvaerk(alene_tal.dagsvaerk_e8)::double as dagsvaerk,
    coalesce(dagsvaerk(hoejeste.to_hoejeste_e8[1])::double, 0) as hoejeste_dagsvaerk,
    coalesce(dagsvaerk(hoejeste.to_hoejeste_e8[2])::double, 0) as naesthoejeste_dagsvaerk

from alene_tal

inner join perioder
    on alene_tal.vindue_nr = perioder.vindue_nr

left join hoejeste
    on alene_tal.barn_id = hoejeste.barn_id and alene_tal.vindue_nr = hoejeste.vindue_nr

where alene_tal.er_kvartal
