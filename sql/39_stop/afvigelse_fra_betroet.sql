-- Results that are too far from those of the newest build the program trusts, with how many are and of how many.
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
    count(*) filter (where er_afvigelse) over () as antal_afvigelser,
    count(*) over () as antal

from sammenligning

qualify er_afvigelse

order by orden asc, periode desc
