-- Those left out of the population, kind by kind for the whole kommune: what they would add to a quarter's rolling
-- figure. The extraordinarily employed stand by the pattern their title fits, named by its shortest title; kinds with
-- fewer than $mindst_bag_linje employees are one (linje null), with all of their aarsag where they are still too few.
-- An aarsag with too few employees has no row. Enhed: dagsværk, gns. fuldtid. Korn: vindue_nr, aarsag, linje.
with

slags as (

    select
        vindue_nr,
        aarsag,
        moenster_nr,
        min(korteste) as korteste,
        count(*) as antal

    from afstemning_personer

    group by vindue_nr, aarsag, moenster_nr

),

rest as (           -- employees of the kinds that are too small for a line, some of them perhaps in two

    select
        afstemning_personer.vindue_nr,
        afstemning_personer.aarsag,
        count(distinct afstemning_personer.medarbejdernr) as antal

    from afstemning_personer

    inner join slags
        on
            afstemning_personer.vindue_nr = slags.vindue_nr
            and afstemning_personer.aarsag = slags.aarsag
            and afstemning_personer.moenster_nr is not distinct from slags.moenster_nr

    where slags.antal < $mindst_bag_linje

    group by afstemning_personer.vindue_nr, afstemning_personer.aarsag

),

linjer as (

    select
        slags.vindue_nr,
        slags.aarsag,
        slags.moenster_nr,
        case
            when slags.antal >= $mindst_bag_linje and coalesce(rest.antal, $mindst_bag_linje) >= $mindst_bag_linje
                then slags.korteste['titel']
        end as linje

    from slags

    left join rest
        on slags.vindue_nr = rest.vindue_nr and slags.aarsag = rest.aarsag

)

select
    linjer.vindue_nr,
    linjer.aarsag,
    linjer.linje,
    count(distinct linjer.moenster_nr) as antal_slags,
    count(distinct afstemning_personer.medarbejdernr) as antal_medarbejdere,
    dagsvaerk(sum(afstemning_personer.dagsvaerk_e8)::bigint) as dagsvaerk,
    sum(afstemning_personer.fuldtid_dage_e8) / 100000000 / any_value(perioder.dage) as gns_fuldtid

from linjer

inner join afstemning_personer
    on
        linjer.vindue_nr = afstemning_personer.vindue_nr
        and linjer.aarsag = afstemning_personer.aarsag
        and linjer.moenster_nr is not distinct from afstemning_personer.moenster_nr

inner join perioder
    on linjer.vindue_nr = perioder.vindue_nr

group by linjer.vindue_nr, linjer.aarsag, linjer.linje

having count(distinct afstemning_personer.medarbejdernr) >= $mindst_bag_linje
