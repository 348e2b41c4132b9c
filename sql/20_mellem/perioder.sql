-- The windows figures exist for: every covered month and quarter that has ended by the udtræksdato, rolling and alone.
-- A window is computed when all of it is covered, langtidsfriske when the twelve months before are covered too.
-- Korn: periode, vindue.
with

daekkede as (

    select *
    from maaneder
    where foerste_dag >= $daekket_fra::date and sidste_dag <= $daekket_til::date

),

laengder as (

    select *
    from (
        values
        ('maaned', 'rullende', 12),
        ('maaned', 'alene', 1),
        ('kvartal', 'rullende', 12),
        ('kvartal', 'alene', 3)
    ) as typer (periodetype, vindue, maaneder)

),

vinduer as (

    select
        daekkede.maaned_nr as sidste_maaned,
        daekkede.maaned_nr - laengder.maaneder + 1 as foerste_maaned,
        daekkede.sidste_dag as slutdato,
        laengder.periodetype,
        laengder.vindue,
        laengder.maaneder

    from daekkede

    inner join laengder
        on laengder.periodetype = 'maaned' or (daekkede.maaned_nr + 1) % 3 = 0

)

select
    case
        when vinduer.periodetype = 'maaned' then maaned_navn(vinduer.sidste_maaned)
        else kvartal_navn(vinduer.sidste_maaned)
    end as periode,
    vinduer.periodetype,
    vinduer.vindue,
    vinduer.foerste_maaned,
    vinduer.sidste_maaned,
    vinduer.slutdato,
    sum(daekkede.dage)::integer as dage,
    date_diff('day', vinduer.slutdato, $udtraeksdato::date) < $foreloebig_dage as er_foreloebig,
    vinduer.sidste_maaned - 23 >= (select min(tidligste.maaned_nr) from daekkede as tidligste)
        as har_langtidsfriske

from vinduer

inner join daekkede
    on daekkede.maaned_nr between vinduer.foerste_maaned and vinduer.sidste_maaned

group by
    vinduer.periodetype,
    vinduer.vindue,
    vinduer.foerste_maaned,
    vinduer.sidste_maaned,
    vinduer.maaneder,
    vinduer.slutdato

having count(*) = vinduer.maaneder
