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
        and medarbejdernr in (select medarbejder_to_aar.medarbejdernr from medarbejder_to_aar)

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
        (sum(dagsvaerk_e8) over forloeb)::bigint as dagsvaerk_e8

    from aendringer

    window forloeb as (partition by medarbejdernr order by maaned_nr rows unbounded preceding)

),

tilstande as (

    select
        medarbejdernr,
        fra_maaned,
        dagsvaerk_e8 + 50 >= $langtidsfrisk_e6::bigint * 100 as er_over

    from rullende

    where til_maaned > fra_maaned or til_maaned is null

),

skift as (          -- +1 from the month end an employee comes over the limit, -1 from the one she is under it again

    select
        medarbejdernr,
        fra_maaned as maaned_nr,
        er_over::integer - lag(er_over::integer, 1, 0) over (partition by medarbejdernr order by fra_maaned) as fortegn

    from tilstande

),

begge_aar as (      -- the year itself, and again as the year before

    select
        medarbejdernr,
        unnest([maaned_nr, maaned_nr + 12]) as maaned_nr,
        fortegn

    from skift

    where fortegn <> 0

),

antal_aar as (

    select
        medarbejdernr,
        maaned_nr as fra_maaned,
        lead(maaned_nr) over forloeb as til_maaned,
        sum(fortegn) over forloeb as antal

    from begge_aar

    window forloeb as (partition by medarbejdernr order by maaned_nr rows unbounded preceding)

)

select
    medarbejdernr,
    fra_maaned,
    til_maaned

from antal_aar

where til_maaned > fra_maaned and antal > 0
