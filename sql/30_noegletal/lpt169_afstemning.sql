-- OPUS's own LPT169 beside our dagsværk in all: of its months what we have of the population and outside it, what its
-- employees are not the same of, and where the two differ on one employee (lpt169_forskelle) or round otherwise.
-- population + uden_for - mangler_i_lpt169 + forskelle + afrunding = lpt169. One row where there is an LPT169 with a
-- period. Enhed: dagsværk, employees. Korn: én række.
with

sammenholdte as (

    select
        *,
        lpt169_e8 is not null as er_i_lpt169,
        coalesce(lpt169_e8 - population_e8 - andre_e8, 0) as forskel_e8,
        medarbejdernr in (select lpt169_forskelle.medarbejdernr from lpt169_forskelle) as er_forskel

    from lpt169_medarbejdere

)

select
    any_value(periode_fra) as periode_fra,
    any_value(periode_til) as periode_til,
    count(*) filter (where er_i_lpt169) as antal_lpt169,
    dagsvaerk(sum(lpt169_e8)::bigint) as lpt169,
    dagsvaerk(sum(population_e8)::bigint) as i_populationen,
    dagsvaerk(sum(andre_e8)::bigint) as uden_for_populationen,
    count(*) filter (where not er_i_lpt169 and population_e8 + andre_e8 > 0) as antal_mangler_i_lpt169,
    dagsvaerk(coalesce(sum(population_e8 + andre_e8) filter (where not er_i_lpt169), 0)::bigint) as mangler_i_lpt169,
    count(*) filter (where er_forskel) as antal_forskelle,
    dagsvaerk(coalesce(sum(forskel_e8) filter (where er_forskel), 0)::bigint) as forskelle,
    dagsvaerk(coalesce(sum(forskel_e8) filter (where not er_forskel), 0)::bigint) as afrunding

from sammenholdte

having count(*) filter (where er_i_lpt169) > 0
