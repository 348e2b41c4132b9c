-- Employed days of the population per placement and month, plain and weighted with grad, the working days possible, and
-- how many are employed on the last day. The days of a span up to a date are its day numbers subtracted, so the spans
-- begun less the spans ended by the end of each month give the days so far; a month is the difference of two of them.
-- Enhed: days; grad-weighted days in hundred millionths (e8). Korn: placering_id, maaned_nr. Midlertidig.
with

spaend_i_tiden as (

    select
        ansaettelser.placering_id,
        ansaettelser.grad_e8,
        greatest(ansaettelser.fra, $opbevaring_fra::date) as fra,
        least(ansaettelser.til, last_day($udtraeksdato::date)) as til

    from ansaettelser

    where
        ansaettelser.er_i_populationen
        and ansaettelser.til >= $opbevaring_fra::date
        and ansaettelser.fra <= last_day($udtraeksdato::date)

),

skift as (          -- +1 with the days before a span begins, -1 with the days up to its end

    select
        spaend_i_tiden.placering_id,
        maaned_nr(spaend_i_tiden.fra) as maaned_nr,
        1 as fortegn,
        spaend_i_tiden.grad_e8,
        kalender.loebenr - 1 as dage_foer,
        kalender.arbejdsdage - kalender.er_arbejdsdag::integer as arbejdsdage_foer
    from spaend_i_tiden
    inner join kalender
        on spaend_i_tiden.fra = kalender.dag

    union all

    select
        spaend_i_tiden.placering_id,
        maaned_nr(spaend_i_tiden.til + 1) as maaned_nr,
        -1 as fortegn,
        spaend_i_tiden.grad_e8,
        kalender.loebenr as dage_foer,
        kalender.arbejdsdage as arbejdsdage_foer
    from spaend_i_tiden
    inner join kalender
        on spaend_i_tiden.til = kalender.dag

),

skift_pr_maaned as (

    select
        placering_id,
        maaned_nr,
        sum(fortegn) as antal,
        sum(fortegn * dage_foer) as dage_foer,
        sum(fortegn * grad_e8) as grad_e8,
        sum(fortegn * grad_e8 * dage_foer) as grad_dage_foer_e8,
        sum(fortegn * grad_e8 * arbejdsdage_foer) as grad_arbejdsdage_foer_e8

    from skift

    group by placering_id, maaned_nr

),

i_brug as (

    select
        placering_id,
        min(maaned_nr) as foerste_maaned,
        max(maaned_nr) as sidste_maaned

    from skift_pr_maaned

    group by placering_id

),

til_og_med as (     -- everything up to the end of the month

    select
        i_brug.placering_id,
        maaneder.maaned_nr,
        sum(skift_pr_maaned.antal) over forloeb as antal,
        sum(skift_pr_maaned.antal) over forloeb * ultimo.loebenr
        - sum(skift_pr_maaned.dage_foer) over forloeb as dage,
        sum(skift_pr_maaned.grad_e8) over forloeb * ultimo.loebenr
        - sum(skift_pr_maaned.grad_dage_foer_e8) over forloeb as grad_dage_e8,
        sum(skift_pr_maaned.grad_e8) over forloeb * ultimo.arbejdsdage
        - sum(skift_pr_maaned.grad_arbejdsdage_foer_e8) over forloeb as grad_arbejdsdage_e8

    from i_brug

    inner join maaneder
        on maaneder.maaned_nr between i_brug.foerste_maaned and i_brug.sidste_maaned

    inner join kalender as ultimo
        on maaneder.sidste_dag = ultimo.dag

    left join skift_pr_maaned
        on
            i_brug.placering_id = skift_pr_maaned.placering_id
            and maaneder.maaned_nr = skift_pr_maaned.maaned_nr

    window forloeb as (
        partition by i_brug.placering_id order by maaneder.maaned_nr rows unbounded preceding
    )

),

i_maaneden as (

    select
        placering_id,
        maaned_nr,
        antal as ansatte_ultimo,
        dage - lag(dage, 1, 0) over forloeb as ansat_dage,
        grad_dage_e8 - lag(grad_dage_e8, 1, 0) over forloeb as fuldtid_dage_e8,
        grad_arbejdsdage_e8 - lag(grad_arbejdsdage_e8, 1, 0) over forloeb as mulige_dagsvaerk_e8

    from til_og_med

    window forloeb as (partition by placering_id order by maaned_nr)

)

select
    placering_id,
    maaned_nr,
    ansatte_ultimo::bigint as ansatte_ultimo,
    ansat_dage::bigint as ansat_dage,
    fuldtid_dage_e8::bigint as fuldtid_dage_e8,
    mulige_dagsvaerk_e8::bigint as mulige_dagsvaerk_e8

from i_maaneden

where ansat_dage > 0
