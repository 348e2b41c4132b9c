-- What a later build is held against: the kommune's results of every covered quarter and month that is not foreløbig,
-- and of the delivery as a whole.
-- Enhed: vaerdi as maal says: sygedage, dagsværk, årsværk, medarbejdere or rows. Korn: maal, periode.
with

kvartaler as (

    select
        perioder.periode,
        noegletal.sygedage_pr_medarbejder,
        noegletal.gns_fuldtid

    from noegletal

    inner join perioder
        on noegletal.vindue_nr = perioder.vindue_nr

    inner join enheder
        on noegletal.enhed_id = enheder.enhed_id

    where
        perioder.periodetype = 'kvartal'
        and perioder.vindue = 'rullende'
        and not perioder.er_foreloebig
        and er_kommunen(enheder.dybde, enheder.niveau_nr)

),

endelige as (       -- covered months that ended long enough before the udtræksdato

    select maaned_nr

    from maaneder

    where
        foerste_dag >= $daekket_fra::date
        and sidste_dag <= $daekket_til::date
        and date_diff('day', sidste_dag, $udtraeksdato::date) >= $foreloebig_dage

),

dagsvaerk_pr_maaned as (

    select
        maaned_nr,
        sum(dagsvaerk_e8) / 100000000 as dagsvaerk

    from syge_maaneder

    group by maaned_nr

)

select
    'hovedtal' as maal,
    'kvartal' as periodetype,
    periode,
    sygedage_pr_medarbejder as vaerdi
from kvartaler
where sygedage_pr_medarbejder is not null

union all

select
    'aarsvaerk' as maal,
    'kvartal' as periodetype,
    periode,
    gns_fuldtid as vaerdi
from kvartaler

union all

select
    'population' as maal,
    'i alt' as periodetype,
    '' as periode,
    count(distinct medarbejdernr) as vaerdi
from ansaettelser
where er_i_populationen

union all

select
    'ansatte' as maal,
    'i alt' as periodetype,
    '' as periode,
    count(distinct medarbejdernr) as vaerdi
from ansaettelser
where er_i_populationen and $udtraeksdato::date between fra and til

union all

select
    'medarbejdere' as maal,
    'i alt' as periodetype,
    '' as periode,
    antal_medarbejdere as vaerdi
from bygning

union all

select
    'fravaersraekker' as maal,
    'i alt' as periodetype,
    '' as periode,
    antal_fravaer as vaerdi
from bygning

union all

select
    'dagsvaerk_maaned' as maal,
    'maaned' as periodetype,
    maaned_navn(endelige.maaned_nr) as periode,
    coalesce(dagsvaerk_pr_maaned.dagsvaerk, 0) as vaerdi
from endelige
left join dagsvaerk_pr_maaned
    on endelige.maaned_nr = dagsvaerk_pr_maaned.maaned_nr

union all

select
    'fravaersraekker_maaned' as maal,
    'maaned' as periodetype,
    maaned_navn(endelige.maaned_nr) as periode,
    coalesce(fravaer_pr_maaned.antal, 0) as vaerdi
from endelige
left join fravaer_pr_maaned
    on endelige.maaned_nr = fravaer_pr_maaned.maaned_nr
