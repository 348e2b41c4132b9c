-- The comparison that rules: with the build the program trusts, unless only the newest agrees with this one.
-- Korn: maal, periode.
with

enige as (

    select
        rolle,
        not bool_or(er_afvigelse) as er_enig

    from sammenligninger

    group by rolle

)

select
    bygning_id,
    udtraeksdato,
    orden,
    maal,
    periode,
    foer,
    nu,
    laveste,
    hoejeste,
    er_afvigelse

from sammenligninger

where rolle = (select arg_max(enige.rolle, { 'enig': enige.er_enig, 'betroet': enige.rolle = 'betroet' }) from enige)
