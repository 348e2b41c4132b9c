-- What each employee was employed and sick in a quarter, personalegruppe by personalegruppe. Where the delivery has
-- none all are one, and employment is that of the headline.
-- Enhed: days weighted with grad, and dagsværk, in hundred millionths (e8). Korn: medarbejdernr, gruppe_nr, kvartal_nr.
-- Midlertidig.
with

kvartaler as (

    select
        perioder.sidste_maaned // 3 as kvartal_nr,
        maaneder.foerste_dag,
        perioder.slutdato

    from perioder

    inner join maaneder
        on perioder.foerste_maaned = maaneder.maaned_nr

    where
        perioder.periodetype = 'kvartal'
        and perioder.vindue = 'alene'
        and perioder.foerste_maaned >= (select min(niveauvinduer.foerste_maaned) from niveauvinduer)

),

raekker as (

    select
        ansaettelser.medarbejdernr,
        ansaettelser.placering_id,
        kvartaler.kvartal_nr,
        (
            date_diff(
                'day',
                greatest(ansaettelser.fra, kvartaler.foerste_dag),
                least(ansaettelser.til, kvartaler.slutdato)
            ) + 1
        ) * case
            when bygning.har_personalegrupper then ansaettelser.grad_e8
            else som_nytal($nytal, 100000000, ansaettelser.grad_e8)
        end as ansat_e8,
        0 as dagsvaerk_e8
    from ansaettelser
    inner join kvartaler
        on ansaettelser.fra <= kvartaler.slutdato and ansaettelser.til >= kvartaler.foerste_dag
    cross join bygning
    where ansaettelser.er_i_populationen

    union all

    select
        medarbejdernr,
        placering_id,
        maaned_nr // 3 as kvartal_nr,
        0 as ansat_e8,
        dagsvaerk_e8
    from sygeceller
    where kategori = 'population' and maaned_nr // 3 in (select kvartaler.kvartal_nr from kvartaler)

)

select
    raekker.medarbejdernr,
    placeringer.gruppe_nr,
    raekker.kvartal_nr,
    sum(raekker.ansat_e8)::bigint as ansat_e8,
    sum(raekker.dagsvaerk_e8)::bigint as dagsvaerk_e8

from raekker

inner join placeringer
    on raekker.placering_id = placeringer.placering_id

group by raekker.medarbejdernr, placeringer.gruppe_nr, raekker.kvartal_nr
