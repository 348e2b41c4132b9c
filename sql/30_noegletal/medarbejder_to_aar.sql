-- The month ends at which an employee can be langtidsfrisk or not: employed in the population on every day of the two
-- years behind them. Korn: medarbejdernr, fra_maaned (to til_maaned, included). Midlertidig.
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

nummererede as (

    select
        medarbejdernr,
        fra,
        til,
        sum(coalesce(er_nyt_forloeb, false)::integer) over (
            partition by medarbejdernr order by fra rows unbounded preceding
        ) as forloeb_nr

    from naboer

),

sammenhaengende as (    -- employed in the population without a day's break

    select
        medarbejdernr,
        min(fra) as fra,
        max(til) as til

    from nummererede

    group by medarbejdernr, forloeb_nr

),

slutmaaneder as (       -- the first is the twenty-fourth whole covered month

    select
        medarbejdernr,
        maaned_nr(greatest(fra, $daekket_fra::date) - 1) + 1 + 23 as fra_maaned,
        maaned_nr(least(til, $daekket_til::date) + 1) - 1 as til_maaned

    from sammenhaengende

)

select
    medarbejdernr,
    fra_maaned,
    til_maaned

from slutmaaneder

where til_maaned >= fra_maaned
