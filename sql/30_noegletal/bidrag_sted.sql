-- The sums of what the employees of a place have moved, and of the products their spread is worked out of. Whole
-- numbers: the order of rows never matters.
-- Enhed: products of dagsværk in hundred millionths (e8) and of aendring_ansat (bidrag). Korn: par_nr, sted_id.
-- Midlertidig.
select
    par_nr,
    sted_id,
    sum(aendring_e8)::hugeint as aendring_e8,
    sum(aendring_lang_e8)::hugeint as aendring_lang_e8,
    sum(aendring_ansat)::hugeint as aendring_ansat,
    sum(abs(aendring_ansat))::hugeint as omsat,
    sum(aendring_e8::hugeint * aendring_e8)::hugeint as alt_alt,
    sum(aendring_e8::hugeint * aendring_lang_e8)::hugeint as alt_lang,
    sum(aendring_lang_e8::hugeint * aendring_lang_e8)::hugeint as lang_lang,
    sum(aendring_e8::hugeint * aendring_ansat)::hugeint as alt_ansat,
    sum(aendring_lang_e8::hugeint * aendring_ansat)::hugeint as lang_ansat,
    sum(aendring_ansat::hugeint * aendring_ansat)::hugeint as ansat_ansat

from bidrag

group by par_nr, sted_id
