-- The months at whose end an employee's rolling twelve months hold the limit of langtidsfrisk or more.
-- The running sum counts a month's dagsværk in when it comes and out again twelve months later; after rounding to
-- six decimals. Korn: medarbejdernr, maaned_nr. Midlertidig.
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

rullende as (

    select
        medarbejdernr,
        maaned_nr as fra_maaned,
        lead(maaned_nr) over forloeb as til_maaned,
        sum(dagsvaerk_e8) over forloeb as dagsvaerk_e8

    from aendringer

    -- of two changes in one month only the sum after the last lasts: the other spans no month
    window forloeb as (partition by medarbejdernr order by maaned_nr rows unbounded preceding)

)

select
    medarbejdernr,
    unnest(
        range(fra_maaned, least(til_maaned, maaned_nr($udtraeksdato::date) + 1))
    ) as maaned_nr

from rullende

where (dagsvaerk_e8 + 50) // 100 >= $langtidsfrisk_e6
