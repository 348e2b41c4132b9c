-- Employed days of the population per placement and month, plain and weighted with grad, the working days
-- possible, and how many are employed on the last day. Enhed: days; grad-weighted days in hundred millionths (e8). Korn: placering_id, maaned_nr. Midlertidig.
with

maanedsdele as (

    select
        ansaettelser.placering_id,
        ansaettelser.grad_e8,
        ansaettelser.fra,
        ansaettelser.til,
        unnest(
            range(
                maaned_nr(greatest(ansaettelser.fra, $opbevaring_fra::date)),
                maaned_nr(least(ansaettelser.til, $udtraeksdato::date)) + 1
            )
        ) as maaned_nr

    from ansaettelser

    where ansaettelser.er_i_populationen

),

hele as (

    select
        maanedsdele.placering_id,
        maanedsdele.maaned_nr,
        count(*) as ansatte_ultimo,
        count(*) * any_value(maaneder.dage) as ansat_dage,
        sum(maanedsdele.grad_e8) * any_value(maaneder.dage) as fuldtid_dage_e8,
        sum(maanedsdele.grad_e8) * any_value(maaneder.arbejdsdage) as mulige_dagsvaerk_e8

    from maanedsdele

    inner join maaneder
        on maanedsdele.maaned_nr = maaneder.maaned_nr

    where maanedsdele.fra <= maaneder.foerste_dag and maanedsdele.til >= maaneder.sidste_dag

    group by maanedsdele.placering_id, maanedsdele.maaned_nr

),

delvise as (

    select
        maanedsdele.placering_id,
        maanedsdele.maaned_nr,
        maanedsdele.grad_e8,
        maaneder.sidste_dag,
        greatest(maanedsdele.fra, maaneder.foerste_dag) as fra,
        least(maanedsdele.til, maaneder.sidste_dag) as til

    from maanedsdele

    inner join maaneder
        on maanedsdele.maaned_nr = maaneder.maaned_nr

    where maanedsdele.fra > maaneder.foerste_dag or maanedsdele.til < maaneder.sidste_dag

),

begge as (

    select
        placering_id,
        maaned_nr,
        ansatte_ultimo,
        ansat_dage,
        fuldtid_dage_e8,
        mulige_dagsvaerk_e8
    from hele

    union all

    select
        delvise.placering_id,
        delvise.maaned_nr,
        (delvise.til = delvise.sidste_dag)::integer as ansatte_ultimo,
        date_diff('day', delvise.fra, delvise.til) + 1 as ansat_dage,
        (date_diff('day', delvise.fra, delvise.til) + 1) * delvise.grad_e8 as fuldtid_dage_e8,
        (slut.arbejdsdage - start.arbejdsdage + start.er_arbejdsdag::integer) * delvise.grad_e8
            as mulige_dagsvaerk_e8
    from delvise
    inner join kalender as start
        on delvise.fra = start.dag
    inner join kalender as slut
        on delvise.til = slut.dag

)

select
    placering_id,
    maaned_nr,
    sum(ansatte_ultimo)::bigint as ansatte_ultimo,
    sum(ansat_dage)::bigint as ansat_dage,
    sum(fuldtid_dage_e8)::hugeint as fuldtid_dage_e8,
    sum(mulige_dagsvaerk_e8)::hugeint as mulige_dagsvaerk_e8

from begge

group by placering_id, maaned_nr
