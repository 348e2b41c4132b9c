-- What the delivery covers: the absence files' "Periode" lines, else the setting, else from the first month in which
-- at least half as many records start as in the median month; the employments must cover it too.
-- Korn: én række.
with

fravaersfiler as (

    select
        periode_fra,
        periode_til,
        udtraeksdato
    from kildefiler
    where tabel = 'fravaer'

),

naboer as (

    select
        periode_fra,
        periode_til,
        periode_fra > max(periode_til) over (
            order by periode_fra, periode_til rows between unbounded preceding and 1 preceding
        ) + 1 as er_efter_hul

    from fravaersfiler

),

oplyst as (         -- the unbroken stretch of "Periode" lines that reaches furthest, when every file has one

    select
        case when count(*) = count(periode_fra) then max(periode_fra) filter (where er_efter_hul) end as efter_hul,
        case when count(*) = count(periode_fra) then min(periode_fra) end as foerste,
        case when count(*) = count(periode_fra) then max(periode_til) end as sidste

    from naboer

),

startmaaneder as (

    select
        date_trunc('month', startdato)::date as maaned,
        count(*) as antal

    from fravaer_gaeldende

    where startdato <= $udtraeksdato::date

    group by date_trunc('month', startdato)::date

),

skoennet as (

    select min(maaned) as fra

    from startmaaneder

    where antal >= (select median(alle.antal) / 2 from startmaaneder as alle)

),

ansaettelsesfiler as (

    select
        count(*) as antal_filer,
        count(periode_fra) as antal_perioder,
        min(periode_fra) as periode_fra,
        max(periode_til) as periode_til

    from kildefiler

    where tabel = 'ansaettelsesforloeb'

),

ansaettelser_fra as (

    select
        case
            when ansaettelsesfiler.antal_filer > 0 and antal_filer = antal_perioder then periode_fra
            when ansaettelsesfiler.antal_filer > 0
                then
                    (
                        select min(ansaettelse_laest.startdato) from ansaettelse_laest
                        where ansaettelse_laest.grund is null
                    )
            else (
                select min(kildefiler.udtraeksdato) from kildefiler
                where kildefiler.tabel = 'personale'
            )
        end as fra,
        case when antal_filer = antal_perioder then periode_til end as til

    from ansaettelsesfiler

),

yderpunkter as (

    select
        coalesce(oplyst.efter_hul, oplyst.foerste, $daekket_fra_indstilling::date, skoennet.fra) as fravaer_fra,
        case
            when oplyst.foerste is not null then 'Periode-linjen i fraværsfilerne'
            when $daekket_fra_indstilling is not null then 'indstillingen daekket_fra'
            else 'første måned med mindst halvt så mange fravær som i en middelmåned'
        end as kilde,
        ansaettelser_fra.fra as ansaettelser_fra,
        least(
            $udtraeksdato::date,
            coalesce(oplyst.sidste, $udtraeksdato::date),
            coalesce(ansaettelser_fra.til, $udtraeksdato::date)
        ) as daekket_til

    from oplyst

    cross join skoennet

    cross join ansaettelser_fra

)

select
    fravaer_fra,
    kilde,
    ansaettelser_fra,
    case
        when fravaer_fra is not null and ansaettelser_fra is not null
            then last_day(greatest(fravaer_fra, ansaettelser_fra, $opbevaring_fra::date) - 1) + 1
    end as daekket_fra,
    daekket_til

from yderpunkter
