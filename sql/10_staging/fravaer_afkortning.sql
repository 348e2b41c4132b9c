-- How far a newer fravær file leaves a record of an older one: the last day it keeps, or none when it is gone.
-- Same employee, art and start: the newer wins whole. Otherwise the newer rules the period it covers.
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
        min(filperioder.periode_fra) as nyere_fra

    from aeldre_poster

    inner join filperioder
        on
            aeldre_poster.udtraeksdato < filperioder.udtraeksdato
            and aeldre_poster.startdato <= filperioder.periode_til
            and aeldre_poster.slutdato >= filperioder.periode_fra

    group by aeldre_poster.raekke_id

)

select
    aeldre_poster.raekke_id,
    case
        when erstattede.raekke_id is null and overdaekkede.nyere_fra > aeldre_poster.startdato
            then overdaekkede.nyere_fra - 1
    end as beholdt_til

from aeldre_poster

left join erstattede
    on aeldre_poster.raekke_id = erstattede.raekke_id

left join overdaekkede
    on aeldre_poster.raekke_id = overdaekkede.raekke_id

where erstattede.raekke_id is not null or overdaekkede.raekke_id is not null
