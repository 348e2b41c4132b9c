-- Employed days and dagsværk of a placement in each window an expected level is worked out for.
-- Enhed: days; days weighted with grad, and dagsværk, in hundred millionths (e8). Korn: placering_id, vindue_nr.
-- Midlertidig.
with

raekker as (

    select
        placering_id,
        maaned_nr,
        ansat_dage,
        fuldtid_dage_e8,
        0 as dagsvaerk_e8
    from ansatte_maaneder

    union all

    select
        placering_id,
        maaned_nr,
        0 as ansat_dage,
        0 as fuldtid_dage_e8,
        dagsvaerk_e8
    from syge_maaneder

)

select
    raekker.placering_id,
    niveauvinduer.vindue_nr,
    sum(raekker.ansat_dage)::bigint as ansat_dage,
    sum(raekker.fuldtid_dage_e8)::bigint as fuldtid_dage_e8,
    sum(raekker.dagsvaerk_e8)::bigint as dagsvaerk_e8

from raekker

inner join niveauvinduer
    on raekker.maaned_nr between niveauvinduer.foerste_maaned and niveauvinduer.sidste_maaned

group by raekker.placering_id, niveauvinduer.vindue_nr
