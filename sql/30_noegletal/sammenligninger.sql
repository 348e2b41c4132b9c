-- This build's results beside those of the builds before it: the one the program trusts, and the newest when that is
-- another. Months both cover, the newest quarter that was final then, and the whole; each with what it may be.
-- Korn: rolle, maal, periode. Midlertidig.
with

nyeste_kvartal as (

    select
        rolle,
        max(periode) as periode

    from forrige_resultater

    where periodetype = 'kvartal'

    group by rolle

),

foer as (

    select
        forrige_resultater.rolle,
        forrige_resultater.bygning_id,
        forrige_resultater.udtraeksdato,
        forrige_resultater.maal,
        forrige_resultater.periodetype,
        forrige_resultater.periode,
        forrige_resultater.vaerdi,
        graenser.orden,
        round(
            least(graenser.mindst * forrige_resultater.vaerdi, forrige_resultater.vaerdi - graenser.altid), 6
        ) as laveste,
        round(
            greatest(graenser.hoejst * forrige_resultater.vaerdi, forrige_resultater.vaerdi + graenser.altid), 6
        ) as hoejeste

    from forrige_resultater

    inner join graenser
        on forrige_resultater.maal = graenser.maal

    left join nyeste_kvartal
        on forrige_resultater.rolle = nyeste_kvartal.rolle

    where forrige_resultater.periodetype <> 'kvartal' or forrige_resultater.periode = nyeste_kvartal.periode

)

select
    foer.rolle,
    foer.bygning_id,
    foer.udtraeksdato,
    foer.orden,
    foer.maal,
    foer.periode,
    foer.vaerdi as foer,
    resultater.vaerdi as nu,
    greatest(foer.laveste, 0) as laveste,
    foer.hoejeste,
    coalesce(round(resultater.vaerdi, 6) not between foer.laveste and foer.hoejeste, true) as er_afvigelse

from foer

left join resultater
    on foer.maal = resultater.maal and foer.periode = resultater.periode

where foer.periodetype <> 'maaned' or resultater.vaerdi is not null
