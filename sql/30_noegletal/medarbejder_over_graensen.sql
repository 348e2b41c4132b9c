-- When an employee cannot be langtidsfrisk: at the month ends at which the rolling twelve months, or the twelve before
-- them, hold the limit or more. A month's dagsværk counts in when it comes and out again twelve months later; the sums
-- are rounded to six decimals. Korn: medarbejdernr, fra_maaned (to til_maaned, not included). Midlertidig.
with

maaneder_syg as (

    select
        medarbejdernr,
        maaned_nr,
        sum(dagsvaerk_e8)::bigint as dagsvaerk_e8

    from sygeceller

    where
        kategori = 'population'
        and maaned_nr >= maaned_nr($daekket_fra::date)

    group by medarbejdernr, maaned_nr

),

aendringer as (

    select
        medarbejdernr,
        maaned_nr,
        dagsvaerk_e8
    from maaneder_syg

    union all

    select
        medarbejdernr,
        maaned_nr + 12 as maaned_nr,
        -dagsvaerk_e8 as dagsvaerk_e8
    from maaneder_syg

),

rullende as (       -- of several changes in one month only the sum after the last lasts: the others span no month

    select
        medarbejdernr,
        maaned_nr as fra_maaned,
        lead(maaned_nr) over forloeb as til_maaned,
        sum(dagsvaerk_e8) over forloeb as dagsvaerk_e8

    from aendringer

    window forloeb as (partition by medarbejdernr order by maaned_nr rows unbounded preceding)

),

over_graensen as (

    select
        medarbejdernr,
        fra_maaned,
        til_maaned

    from rullende

    where til_maaned > fra_maaned and (dagsvaerk_e8 + 50) // 100 >= $langtidsfrisk_e6

),

skift as (          -- the year itself, and again as the year before

    select
        medarbejdernr,
        unnest([fra_maaned, til_maaned, fra_maaned + 12, til_maaned + 12]) as maaned_nr,
        unnest([1, -1, 1, -1]) as fortegn

    from over_graensen

),

antal_aar as (

    select
        medarbejdernr,
        maaned_nr as fra_maaned,
        lead(maaned_nr) over forloeb as til_maaned,
        sum(fortegn) over forloeb as antal

    from skift

    window forloeb as (partition by medarbejdernr order by maaned_nr rows unbounded preceding)

)

select
    medarbejdernr,
    fra_maaned,
    til_maaned

from antal_aar

where til_maaned > fra_maaned and antal > 0
