-- The results later builds are held against: this build's when it agrees with the one trusted so far, or is a newer
-- delivery that agrees with the newest build, which hr then has not taken back; else those trusted so far.
-- Korn: maal, periode.
with

enige as (

    select
        rolle,
        any_value(udtraeksdato) as udtraeksdato

    from sammenligninger

    group by rolle

    having not bool_or(er_afvigelse)

),

trovaerdig as (

    select
        not exists (select 1 from forrige_resultater)
        or exists (
            select 1 from enige
            where enige.rolle = 'betroet' or enige.udtraeksdato < $udtraeksdato::date
        ) as er_denne

)

select
    $bygning_id::varchar as bygning_id,
    $udtraeksdato::date as udtraeksdato,
    resultater.maal,
    resultater.periodetype,
    resultater.periode,
    resultater.vaerdi
from resultater
inner join trovaerdig
    on trovaerdig.er_denne

union all

select
    forrige_resultater.bygning_id,
    forrige_resultater.udtraeksdato,
    forrige_resultater.maal,
    forrige_resultater.periodetype,
    forrige_resultater.periode,
    forrige_resultater.vaerdi
from forrige_resultater
inner join trovaerdig
    on not trovaerdig.er_denne
where forrige_resultater.rolle = 'betroet'
