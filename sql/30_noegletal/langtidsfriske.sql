-- Langtidsfriske: employees in the population on every day of the two years behind a month end, and those of them
-- with fewer than the limit of dagsværk in each year. The employee belongs to the unit held on the last day.
-- Enhed: antal medarbejdere. Korn: enhed_id, maaned_nr. Midlertidig.
with

naboer as (

    select
        medarbejdernr,
        fra,
        til,
        fra > lag(til) over (partition by medarbejdernr order by fra) + 1 as er_nyt_forloeb

    from ansaettelser

    where er_i_populationen

),

sammenhaengende as (    -- employed in the population without a day's break

    select
        medarbejdernr,
        min(fra) as fra,
        max(til) as til

    from (
        select
            medarbejdernr,
            fra,
            til,
            sum(coalesce(er_nyt_forloeb, false)::integer) over (
                partition by medarbejdernr order by fra rows unbounded preceding
            ) as forloeb_nr
        from naboer
    ) as nummererede

    group by medarbejdernr, forloeb_nr

),

slutmaaneder as (       -- the month ends an employee can be judged at

    select
        medarbejdernr,
        maaned_nr(greatest(fra, $daekket_fra::date) - 1) + 1 + 23 as fra_maaned,
        maaned_nr(least(til, $daekket_til::date) + 1) - 1 as til_maaned

    from sammenhaengende

),

grundlag as (

    select
        ansaettelser.medarbejdernr,
        ansaettelser.placering_id,
        unnest(
            range(
                greatest(slutmaaneder.fra_maaned, maaned_nr(ansaettelser.fra)),
                least(
                    slutmaaneder.til_maaned,
                    maaned_nr(least(ansaettelser.til, $daekket_til::date) + 1) - 1
                ) + 1
            )
        ) as maaned_nr

    from ansaettelser

    inner join slutmaaneder
        on ansaettelser.medarbejdernr = slutmaaneder.medarbejdernr

    where
        ansaettelser.er_i_populationen
        and slutmaaneder.til_maaned >= slutmaaneder.fra_maaned

),

vurderede as (

    select
        grundlag.placering_id,
        grundlag.maaned_nr,
        count(*) as antal_grundlag,
        count(*) filter (
            where seneste_aar.medarbejdernr is null and aaret_foer.medarbejdernr is null
        ) as antal_langtidsfriske

    from grundlag

    left join medarbejder_over_graensen as seneste_aar
        on
            grundlag.medarbejdernr = seneste_aar.medarbejdernr
            and grundlag.maaned_nr = seneste_aar.maaned_nr

    left join medarbejder_over_graensen as aaret_foer
        on
            grundlag.medarbejdernr = aaret_foer.medarbejdernr
            and grundlag.maaned_nr - 12 = aaret_foer.maaned_nr

    group by grundlag.placering_id, grundlag.maaned_nr

)

select
    tilhoer.enhed_id,
    ansatte_maaneder.maaned_nr,
    sum(ansatte_maaneder.ansatte_ultimo)::bigint as antal_ansatte,
    coalesce(sum(vurderede.antal_grundlag), 0)::bigint as antal_grundlag,
    coalesce(sum(vurderede.antal_langtidsfriske), 0)::bigint as antal_langtidsfriske

from ansatte_maaneder

inner join tilhoer
    on ansatte_maaneder.placering_id = tilhoer.placering_id

left join vurderede
    on
        ansatte_maaneder.placering_id = vurderede.placering_id
        and ansatte_maaneder.maaned_nr = vurderede.maaned_nr

group by tilhoer.enhed_id, ansatte_maaneder.maaned_nr
