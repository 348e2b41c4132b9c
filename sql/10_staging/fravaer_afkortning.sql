-- How far a newer fravær file leaves a record of an older one: the last day it keeps, or none when it is gone.
-- Same employee, art and start: the newer wins whole. Otherwise the newer rules the period it covers. Of two files of
-- one udtræksdato, a record cut off where its file's period begins or ends is gone when the other tells it whole.
-- Korn: raekke_id (rowid i fravaer_laest, only records that are touched). Midlertidig.
with

filperioder as (       -- what each file covers: its "Periode" line, else everything

    select
        fil_id,
        udtraeksdato,
        coalesce(periode_fra, date '1900-01-01') as periode_fra,
        coalesce(periode_til, date '9999-12-31') as periode_til

    from kildefiler

    where tabel = 'fravaer'

),

aeldre_poster as (

    select
        fravaer_laest.rowid as raekke_id,
        fravaer_laest.medarbejdernr,
        fravaer_laest.art,
        fravaer_laest.startdato,
        coalesce(fravaer_laest.stopdato, greatest(filperioder.udtraeksdato, fravaer_laest.startdato)) as slutdato,
        filperioder.udtraeksdato

    from fravaer_laest

    inner join filperioder
        on fravaer_laest.fil_id = filperioder.fil_id

    where
        fravaer_laest.grund is null
        and fravaer_laest.totaltekst is null
        and filperioder.udtraeksdato < (select max(nyeste.udtraeksdato) from filperioder as nyeste)

),

erstattede as (     -- the newer file states the same record

    select aeldre_poster.raekke_id

    from aeldre_poster

    inner join fravaer_laest as nyere
        on
            aeldre_poster.medarbejdernr = nyere.medarbejdernr
            and aeldre_poster.startdato = nyere.startdato
            and aeldre_poster.art is not distinct from nyere.art
            and nyere.grund is null
            and nyere.totaltekst is null
            and nyere.fil_id in (
                select senere.fil_id
                from filperioder as senere
                where senere.udtraeksdato > (select min(aeldste.udtraeksdato) from filperioder as aeldste)
            )

    inner join filperioder
        on
            nyere.fil_id = filperioder.fil_id
            and aeldre_poster.udtraeksdato < filperioder.udtraeksdato

    group by aeldre_poster.raekke_id

),

overdaekkede as (   -- the newer file covers days of it

    select
        aeldre_poster.raekke_id,
        any_value(aeldre_poster.startdato) as startdato,
        min(filperioder.periode_fra) as nyere_fra

    from aeldre_poster

    inner join filperioder
        on
            aeldre_poster.udtraeksdato < filperioder.udtraeksdato
            and aeldre_poster.startdato <= filperioder.periode_til
            and aeldre_poster.slutdato >= filperioder.periode_fra

    group by aeldre_poster.raekke_id

),

klippede as (       -- a file's period cut it off

    select
        fravaer_laest.rowid as raekke_id,
        fravaer_laest.fil_id,
        filperioder.udtraeksdato,
        fravaer_laest.medarbejdernr,
        fravaer_laest.art,
        fravaer_laest.startdato,
        fravaer_laest.stopdato,
        fravaer_laest.startdato = filperioder.periode_fra as er_klippet_foer,
        fravaer_laest.stopdato = filperioder.periode_til as er_klippet_efter

    from fravaer_laest

    inner join filperioder
        on
            fravaer_laest.fil_id = filperioder.fil_id
            and (
                fravaer_laest.startdato = filperioder.periode_fra
                or fravaer_laest.stopdato = filperioder.periode_til
            )

    where
        fravaer_laest.grund is null
        and fravaer_laest.totaltekst is null
        and filperioder.udtraeksdato in (
            select samtidige.udtraeksdato
            from filperioder as samtidige
            group by samtidige.udtraeksdato
            having count(*) > 1
        )

),

hele_andetsteds as (

    select klippede.raekke_id

    from klippede

    inner join fravaer_laest as hel
        on
            klippede.medarbejdernr = hel.medarbejdernr
            and klippede.art = hel.art
            and klippede.fil_id <> hel.fil_id
            and hel.grund is null
            and hel.totaltekst is null

    inner join filperioder
        on hel.fil_id = filperioder.fil_id and klippede.udtraeksdato = filperioder.udtraeksdato

    where
        (klippede.startdato = hel.startdato or (klippede.er_klippet_foer and hel.startdato < klippede.startdato))
        and (
            klippede.stopdato is not distinct from hel.stopdato
            or (klippede.er_klippet_efter and coalesce(hel.stopdato, date '9999-12-31') > klippede.stopdato)
        )
        and not (klippede.startdato = hel.startdato and klippede.stopdato is not distinct from hel.stopdato)

    group by klippede.raekke_id

),

fund as (           -- what each rule leaves of the record

    select
        raekke_id,
        null::date as beholdt_til
    from erstattede

    union all

    select
        raekke_id,
        null::date as beholdt_til
    from hele_andetsteds

    union all

    select
        raekke_id,
        case when nyere_fra > startdato then nyere_fra - 1 end as beholdt_til
    from overdaekkede

)

select
    raekke_id,
    case when count(beholdt_til) = count(*) then min(beholdt_til) end as beholdt_til

from fund

group by raekke_id
