-- Langtidsfriske: employees in the population on every day of the two years behind a month end, and those of them
-- with fewer than the limit of dagsværk in each year. The employee belongs to the unit held on the last day.
-- Enhed: antal medarbejdere. Korn: enhed_id, maaned_nr. Midlertidig.
with

grundlag as (           -- where, and from and to which month end (not included), each of them is judged

    select
        ansaettelser.medarbejdernr,
        ansaettelser.placering_id,
        greatest(medarbejder_to_aar.fra_maaned, maaned_nr(ansaettelser.fra)) as fra_maaned,
        least(
            medarbejder_to_aar.til_maaned + 1, maaned_nr(least(ansaettelser.til, $daekket_til::date) + 1)
        ) as til_maaned

    from ansaettelser

    inner join medarbejder_to_aar
        on ansaettelser.medarbejdernr = medarbejder_to_aar.medarbejdernr

    where
        ansaettelser.er_i_populationen
        and greatest(medarbejder_to_aar.fra_maaned, maaned_nr(ansaettelser.fra))
        < least(medarbejder_to_aar.til_maaned + 1, maaned_nr(least(ansaettelser.til, $daekket_til::date) + 1))

),

ikke_friske as (

    select
        grundlag.placering_id,
        greatest(grundlag.fra_maaned, medarbejder_over_graensen.fra_maaned) as fra_maaned,
        least(grundlag.til_maaned, medarbejder_over_graensen.til_maaned) as til_maaned

    from grundlag

    inner join medarbejder_over_graensen
        on
            grundlag.medarbejdernr = medarbejder_over_graensen.medarbejdernr
            and grundlag.fra_maaned < medarbejder_over_graensen.til_maaned
            and grundlag.til_maaned > medarbejder_over_graensen.fra_maaned

),

skift as (              -- one more from a month on, one fewer from another

    select
        placering_id,
        unnest([fra_maaned, til_maaned]) as maaned_nr,
        unnest([1, -1]) as grundlag,
        unnest([1, -1]) as friske
    from grundlag

    union all

    select
        placering_id,
        unnest([fra_maaned, til_maaned]) as maaned_nr,
        0 as grundlag,
        unnest([-1, 1]) as friske
    from ikke_friske

),

skift_pr_maaned as (

    select
        placering_id,
        maaned_nr,
        sum(grundlag) as grundlag,
        sum(friske) as friske

    from skift

    group by placering_id, maaned_nr

),

vurderede as (

    select
        coalesce(ansatte_maaneder.placering_id, skift_pr_maaned.placering_id) as placering_id,
        coalesce(ansatte_maaneder.maaned_nr, skift_pr_maaned.maaned_nr) as maaned_nr,
        ansatte_maaneder.ansatte_ultimo,
        sum(skift_pr_maaned.grundlag) over forloeb as antal_grundlag,
        sum(skift_pr_maaned.friske) over forloeb as antal_langtidsfriske

    from ansatte_maaneder

    full join skift_pr_maaned
        on
            ansatte_maaneder.placering_id = skift_pr_maaned.placering_id
            and ansatte_maaneder.maaned_nr = skift_pr_maaned.maaned_nr

    window forloeb as (
        partition by coalesce(ansatte_maaneder.placering_id, skift_pr_maaned.placering_id)
        order by coalesce(ansatte_maaneder.maaned_nr, skift_pr_maaned.maaned_nr)
        rows unbounded preceding
    )

)

select
    tilhoer.enhed_id,
    vurderede.maaned_nr,
    sum(vurderede.ansatte_ultimo)::bigint as antal_ansatte,
    coalesce(sum(vurderede.antal_grundlag), 0)::bigint as antal_grundlag,
    coalesce(sum(vurderede.antal_langtidsfriske), 0)::bigint as antal_langtidsfriske

from vurderede

inner join tilhoer
    on vurderede.placering_id = tilhoer.placering_id

where vurderede.ansatte_ultimo > 0

group by tilhoer.enhed_id, vurderede.maaned_nr
