-- The windows figures exist for: every covered month and quarter that has ended by the udtræksdato, rolling and alone.
-- A window is computed when all of it is covered, langtidsfriske when the twelve months before are covered too.
-- er_nyeste: of its kind the newest that is not foreløbig, else the newest.
-- Korn: vindue_nr.
with

daekkede as (

    select *
    from maaneder
    where foerste_dag >= $daekket_fra::date and sidste_dag <= $daekket_til::date

),

laengder as (       -- months in each kind of window

    select
        'maaned' as periodetype,
        'rullende' as vindue,
        12 as maaneder
    union all
    select
        'maaned' as periodetype,
        'alene' as vindue,
        1 as maaneder
    union all
    select
        'kvartal' as periodetype,
        'rullende' as vindue,
        12 as maaneder
    union all
    select
        'kvartal' as periodetype,
        'alene' as vindue,
        3 as maaneder

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

),

hele_vinduer as (

    select
        vinduer.periodetype,
        vinduer.vindue,
        vinduer.foerste_maaned,
        vinduer.sidste_maaned,
        vinduer.slutdato,
        sum(daekkede.dage)::integer as dage

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

),

nummererede as (

    select
        *,
        row_number() over (order by periodetype, vindue, sidste_maaned)::integer as vindue_nr

    from hele_vinduer

)

select
    nu.vindue_nr,
    case
        when nu.periodetype = 'maaned' then maaned_navn(nu.sidste_maaned)
        else kvartal_navn(nu.sidste_maaned)
    end as periode,
    nu.periodetype,
    nu.vindue,
    nu.foerste_maaned,
    nu.sidste_maaned,
    nu.slutdato,
    nu.dage,
    date_diff('day', nu.slutdato, $udtraeksdato::date) < $foreloebig_dage as er_foreloebig,
    row_number() over (
        partition by nu.periodetype, nu.vindue
        order by date_diff('day', nu.slutdato, $udtraeksdato::date) < $foreloebig_dage asc, nu.sidste_maaned desc
    ) = 1 as er_nyeste,
    nu.sidste_maaned - 23 >= (select min(daekkede.maaned_nr) from daekkede) as har_langtidsfriske,
    kvartal_foer.vindue_nr as vindue_nr_kvartal_foer,
    aar_foer.vindue_nr as vindue_nr_aar_foer

from nummererede as nu

left join nummererede as kvartal_foer
    on
        nu.periodetype = kvartal_foer.periodetype
        and nu.vindue = kvartal_foer.vindue
        and nu.sidste_maaned - 3 = kvartal_foer.sidste_maaned

left join nummererede as aar_foer
    on
        nu.periodetype = aar_foer.periodetype
        and nu.vindue = aar_foer.vindue
        and nu.sidste_maaned - 12 = aar_foer.sidste_maaned
