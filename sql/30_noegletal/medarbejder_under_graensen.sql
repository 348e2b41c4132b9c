-- When the rolling twelve months of an employee who can be judged hold less than the limit of langtidsfriske.
-- A month's dagsværk counts in when it comes and out again twelve months later; the sums are rounded to six decimals.
-- Korn: medarbejdernr, fra_maaned (to til_maaned, included; null for no end). Midlertidig.
with

aendringer as (     -- everybody begins with nothing, long ago

    select
        medarbejdernr,
        0 as maaned_nr,
        0 as dagsvaerk_e8
    from medarbejder_to_aar

    union all

    select
        medarbejdernr,
        unnest([maaned_nr, maaned_nr + 12]) as maaned_nr,
        unnest([dagsvaerk_e8, -dagsvaerk_e8]) as dagsvaerk_e8
    from sygeceller
    where
        kategori = 'population'
        and maaned_nr >= maaned_nr($daekket_fra::date)
        and medarbejdernr in (select medarbejder_to_aar.medarbejdernr from medarbejder_to_aar)

),

aendringer_pr_maaned as (

    select
        medarbejdernr,
        maaned_nr,
        sum(dagsvaerk_e8)::bigint as dagsvaerk_e8

    from aendringer

    group by medarbejdernr, maaned_nr

),

rullende_aar as (

    select
        medarbejdernr,
        maaned_nr,
        sum(dagsvaerk_e8) over (partition by medarbejdernr order by maaned_nr rows unbounded preceding) + 50
        < $langtidsfrisk_e6::bigint * 100 as er_under

    from aendringer_pr_maaned

),

skift as (

    select
        medarbejdernr,
        maaned_nr,
        er_under

    from rullende_aar

    qualify er_under is distinct from lag(er_under) over (partition by medarbejdernr order by maaned_nr)

),

perioder_mellem_skift as (

    select
        medarbejdernr,
        er_under,
        maaned_nr as fra_maaned,
        lead(maaned_nr) over (partition by medarbejdernr order by maaned_nr) - 1 as til_maaned

    from skift

)

select
    medarbejdernr,
    fra_maaned,
    til_maaned

from perioder_mellem_skift

where er_under
