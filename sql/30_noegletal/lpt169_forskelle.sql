-- OPUS's own LPT169 beside our dagsværk per employee over its period, where they differ by more than rounding.
-- To be shown to HR only.
-- Enhed: dagsværk. Korn: medarbejdernr.
select
    medarbejdernr,
    dagsvaerk(lpt169_e8) as dagsvaerk_lpt169,
    dagsvaerk(population_e8 + andre_e8) as dagsvaerk

from lpt169_medarbejdere

where abs(lpt169_e8 - population_e8 - andre_e8) > 5000000
