-- Who was employed where on which days, as far back as data is kept.
-- Enhed: grad in hundred millionths (e8). Korn: medarbejdernr, fra.
select
    medarbejdernr,
    fra,
    til,
    placering_id,
    har_overlap,
    grad_e8,
    aarsag,
    er_i_populationen

from ansaettelsesdage

where til >= $opbevaring_fra::date
