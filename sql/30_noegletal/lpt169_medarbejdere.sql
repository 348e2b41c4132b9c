-- OPUS's own LPT169 beside our dagsværk per employee over its period: what it states, what we have of the population
-- and what we have outside it.
-- Enhed: dagsværk in hundred millionths (e8). Korn: medarbejdernr. Midlertidig.
with

nyeste_fil as (

    select
        fil_id,
        periode_fra,
        periode_til

    from kildefiler

    where
        tabel = 'lpt169'
        and periode_fra is not null
        and udtraeksdato = (
            select max(nyeste.udtraeksdato) from kildefiler as nyeste
            where nyeste.tabel = 'lpt169'
        )

),

perioden as (

    select
        min(periode_fra) as periode_fra,
        max(periode_til) as periode_til

    from nyeste_fil

),

raekker as (

    select
        lpt169_laest.medarbejdernr,
        lpt169_laest.dagsvaerk_e8 as lpt169_e8,
        0 as population_e8,
        0 as andre_e8
    from lpt169_laest
    inner join nyeste_fil
        on lpt169_laest.fil_id = nyeste_fil.fil_id
    where lpt169_laest.grund is null and lpt169_laest.totaltekst is null and not lpt169_laest.er_dublet

    union all

    select
        sygeceller.medarbejdernr,
        null as lpt169_e8,
        case when sygeceller.kategori = 'population' then sygeceller.dagsvaerk_e8 else 0 end as population_e8,
        case when sygeceller.kategori = 'population' then 0 else sygeceller.dagsvaerk_e8 end as andre_e8
    from sygeceller
    inner join perioden
        on
            sygeceller.maaned_nr
            between maaned_nr(perioden.periode_fra) and maaned_nr(perioden.periode_til)

)

select
    raekker.medarbejdernr,
    perioden.periode_fra,
    perioden.periode_til,
    sum(raekker.lpt169_e8)::bigint as lpt169_e8,
    sum(raekker.population_e8)::bigint as population_e8,
    sum(raekker.andre_e8)::bigint as andre_e8

from raekker

cross join perioden

group by raekker.medarbejdernr, perioden.periode_fra, perioden.periode_til
