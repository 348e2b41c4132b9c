-- OPUS's own LPT169 beside our dagsværk per employee over its period, where they differ by more than rounding.
-- To be shown to HR only.
-- Enhed: dagsværk. Korn: medarbejdernr.
with

oplyste as (

    select
        lpt169_laest.medarbejdernr,
        any_value(kildefiler.periode_fra) as periode_fra,
        any_value(kildefiler.periode_til) as periode_til,
        dagsvaerk(sum(lpt169_laest.dagsvaerk_e8)::bigint) as dagsvaerk_lpt169

    from lpt169_laest

    inner join kildefiler
        on lpt169_laest.fil_id = kildefiler.fil_id

    where
        lpt169_laest.grund is null
        and lpt169_laest.totaltekst is null
        and not lpt169_laest.er_dublet
        and kildefiler.periode_fra is not null
        and kildefiler.udtraeksdato = (
            select max(nyeste.udtraeksdato) from kildefiler as nyeste
            where nyeste.tabel = 'lpt169'
        )

    group by lpt169_laest.medarbejdernr

),

egne as (

    select
        oplyste.medarbejdernr,
        any_value(oplyste.dagsvaerk_lpt169) as dagsvaerk_lpt169,
        dagsvaerk(coalesce(sum(sygeceller.dagsvaerk_e8), 0)::bigint) as dagsvaerk

    from oplyste

    left join sygeceller
        on
            oplyste.medarbejdernr = sygeceller.medarbejdernr
            and sygeceller.maaned_nr between maaned_nr(oplyste.periode_fra) and maaned_nr(oplyste.periode_til)

    group by oplyste.medarbejdernr

)

select
    medarbejdernr,
    dagsvaerk_lpt169,
    dagsvaerk

from egne

where abs(dagsvaerk_lpt169 - dagsvaerk) > 0.05
