-- How much of each child the known leaders are, window by window: employed days and dagsværk.
-- Enhed: days, dagsværk in hundred millionths (e8). Korn: barn_id, vindue_nr. Midlertidig.
with

dage as (

    select
        leder_steder.barn_id,
        udgivelsesvinduer.vindue_nr,
        sum(
            date_diff(
                'day',
                greatest(leder_steder.fra, foerste.foerste_dag),
                least(leder_steder.til, sidste.sidste_dag)
            ) + 1
        )::bigint as leder_dage

    from leder_steder

    cross join udgivelsesvinduer

    inner join maaneder as foerste
        on udgivelsesvinduer.foerste_maaned = foerste.maaned_nr

    inner join maaneder as sidste
        on udgivelsesvinduer.sidste_maaned = sidste.maaned_nr

    where leder_steder.fra <= sidste.sidste_dag and leder_steder.til >= foerste.foerste_dag

    group by leder_steder.barn_id, udgivelsesvinduer.vindue_nr

),

dagsvaerk as (

    select
        leder_maaneder.barn_id,
        udgivelsesvinduer.vindue_nr,
        sum(leder_maaneder.dagsvaerk_e8)::bigint as dagsvaerk_e8

    from leder_maaneder

    inner join udgivelsesvinduer
        on leder_maaneder.maaned_nr between udgivelsesvinduer.foerste_maaned and udgivelsesvinduer.sidste_maaned

    group by leder_maaneder.barn_id, udgivelsesvinduer.vindue_nr

)

select
    dage.barn_id,
    dage.vindue_nr,
    dage.leder_dage,
    coalesce(dagsvaerk.dagsvaerk_e8, 0) as dagsvaerk_e8

from dage

left join dagsvaerk
    on dage.barn_id = dagsvaerk.barn_id and dage.vindue_nr = dagsvaerk.vindue_nr
