-- Who was employed where on which days: every day of an employee belongs to one span, the one with the latest start
-- (then the later end, then the higher enhedsnr), decided before the population test.
-- Enhed: grad in hundred millionths (e8). Korn: medarbejdernr, fra. Midlertidig.
with

daterede as (

    select
        rowid as spaend_id,
        medarbejdernr,
        startdato,
        slutdato,
        enhedsnr,
        -- what is left to decide by when two spans share dates and unit: any fixed order will do
        concat_ws('|', ansforhold, grad_oplyst_e8, stilling, loenklasse, personalegruppe) as afgoerelse

    from spaend

    where startdato is not null and slutdato >= startdato

),

overlappede as (    -- employees with days covered twice

    select medarbejdernr

    from (
        select
            medarbejdernr,
            startdato <= max(slutdato) over (
                partition by medarbejdernr
                order by startdato, slutdato
                rows between unbounded preceding and 1 preceding
            ) as er_overlap
        from daterede
    ) as naboer

    where er_overlap

    group by medarbejdernr

),

graenser as (

    select
        daterede.medarbejdernr,
        unnest([daterede.startdato, daterede.slutdato + 1]) as dag

    from daterede

    inner join overlappede
        on daterede.medarbejdernr = overlappede.medarbejdernr

),

stykker as (

    select
        medarbejdernr,
        dag as fra,
        lead(dag) over (partition by medarbejdernr order by dag) - 1 as til

    from (select distinct
        graenser.medarbejdernr,
        graenser.dag
    from graenser) as dage

),

afgjorte as (

    select
        stykker.medarbejdernr,
        stykker.fra,
        stykker.til,
        arg_max(
            daterede.spaend_id,
            {
                'startdato': daterede.startdato,
                'slutdato': daterede.slutdato,
                'enhedsnr': daterede.enhedsnr,
                'afgoerelse': daterede.afgoerelse
            }
        ) as spaend_id

    from stykker

    inner join daterede
        on
            stykker.medarbejdernr = daterede.medarbejdernr
            and stykker.fra >= daterede.startdato
            and stykker.til <= daterede.slutdato

    group by stykker.medarbejdernr, stykker.fra, stykker.til

),

dage as (

    select
        spaend_id,
        fra,
        til,
        true as har_overlap
    from afgjorte

    union all

    select
        daterede.spaend_id,
        daterede.startdato as fra,
        daterede.slutdato as til,
        false as har_overlap
    from daterede
    where daterede.medarbejdernr not in (select overlappede.medarbejdernr from overlappede)

)

select
    spaend.medarbejdernr,
    dage.fra,
    dage.til,
    dage.spaend_id,
    placeringer.placering_id,
    dage.har_overlap,
    case
        when spaend.grad_oplyst_e8 between 0 and $grad_hoejst_e8 then spaend.grad_oplyst_e8
        else 100000000
    end as grad_e8,
    tael_aarsag(
        true,
        titler.er_annulleret,
        maanedsloennede.ansforhold is not null,
        titler.er_ekstraordinaer,
        spaend.er_uden_loen
    ) as aarsag,
    aarsag = 'i populationen' as er_i_populationen

from dage

inner join spaend
    on dage.spaend_id = spaend.rowid

inner join titler
    on
        spaend.stilling is not distinct from titler.stilling
        and spaend.loenklasse is not distinct from titler.loenklasse
        and spaend.ansforholdtekst is not distinct from titler.ansforholdtekst

inner join enhed_efterfoelger
    on
        spaend.enhedsnr = enhed_efterfoelger.enhedsnr
        and begyndt(spaend.startdato) >= enhed_efterfoelger.begyndt_fra
        and begyndt(spaend.startdato) < enhed_efterfoelger.begyndt_foer

inner join placeringer
    on
        enhed_efterfoelger.efterfoelger = placeringer.enhedsnr
        and spaend.personalegruppe = placeringer.personalegruppe

left join maanedsloennede
    on spaend.ansforhold = maanedsloennede.ansforhold
