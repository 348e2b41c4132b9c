-- This build beside the one it is held against: every result, of the months of each the one that has moved most.
-- Korn: maal.
select
    bygning_id,
    udtraeksdato,
    maal,
    periode,
    foer,
    nu,
    laveste,
    hoejeste,
    er_afvigelse

from sammenligning

qualify
    row_number() over (
        partition by maal
        order by er_afvigelse desc, abs(coalesce(nu, 0) - foer) / greatest(foer, 1) desc, periode desc
    ) = 1

order by orden
