-- Results that are too far from those of the newest build the program trusts.
-- Korn: fund, and the first is told.
select
    maal,
    periode,
    foer,
    nu,
    laveste,
    hoejeste,
    udtraeksdato,
    bygning_id,
    count(*) over () - 1 as antal_andre

from sammenligning

where er_afvigelse

order by orden asc, periode desc
