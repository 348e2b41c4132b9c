-- How much of each child the known leaders are in a month or a quarter alone: employed days and dagsværk.
-- Enhed: days, dagsværk in hundred millionths (e8). Korn: barn_id, vindue_nr. Midlertidig.
with

maaneds_dage as (

    select
        leder_steder.barn_id,
        maaneder.maaned_nr,
        sum(
            date_diff(
                'day',
                greatest(leder_steder.fra, maaneder.foerste_dag),
                least(leder_steder.til, maaneder.sidste_dag)
            ) + 1
        )::bigint as leder_dage

    from leder_steder

    inner join maaneder
        on leder_steder.fra <= maaneder.sidste_dag and leder_steder.til >= maaneder.foerste_dag

    group by leder_steder.barn_id, maaneder.maaned_nr

)

select
    maaneds_dage.barn_id,
    alene_vinduer.vindue_nr,
    sum(maaneds_dage.leder_dage)::bigint as leder_dage,
    sum(coalesce(leder_maaneder.dagsvaerk_e8, 0))::bigint as dagsvaerk_e8

from maaneds_dage

inner join alene_vinduer
    on maaneds_dage.maaned_nr between alene_vinduer.foerste_maaned and alene_vinduer.sidste_maaned

left join leder_maaneder
    on maaneds_dage.barn_id = leder_maaneder.barn_id and maaneds_dage.maaned_nr = leder_maaneder.maaned_nr

group by maaneds_dage.barn_id, alene_vinduer.vindue_nr
