-- How far a newer employment list leaves a span of an older one: the last day it keeps, or none when it is gone.
-- The newer rules the period of its "Periode" line, else everything; a list of changes only rules the employees it
-- names, each from the first start it states.
-- Korn: raekke_id (rowid i ansaettelse_laest). Midlertidig.
with

lister as (

    select
        fil_id,
        udtraeksdato,
        coalesce(periode_fra, date '1900-01-01') as periode_fra,
        coalesce(periode_til, date '9999-12-31') as periode_til

    from kildefiler

    where tabel = 'ansaettelsesforloeb'

),

aendrede as (       -- the employees a list of changes names

    select
        lister.udtraeksdato,
        ansaettelse_laest.medarbejdernr,
        min(coalesce(ansaettelse_laest.startdato, date '1900-01-01')) as foerste_start

    from ansaettelse_laest

    inner join lister
        on ansaettelse_laest.fil_id = lister.fil_id

    inner join kun_aendringer
        on lister.udtraeksdato = kun_aendringer.udtraeksdato

    where ansaettelse_laest.grund is null and ansaettelse_laest.totaltekst is null

    group by lister.udtraeksdato, ansaettelse_laest.medarbejdernr

),

overdaekkede as (

    select
        ansaettelse_laest.rowid as raekke_id,
        coalesce(ansaettelse_laest.startdato, date '1900-01-01') as startdato,
        nyere.periode_fra as nyere_fra

    from ansaettelse_laest

    inner join lister
        on ansaettelse_laest.fil_id = lister.fil_id

    inner join lister as nyere
        on
            lister.udtraeksdato < nyere.udtraeksdato
            and coalesce(ansaettelse_laest.startdato, date '1900-01-01') <= nyere.periode_til
            and ansaettelse_laest.slutdato >= nyere.periode_fra

    where nyere.udtraeksdato not in (select kun_aendringer.udtraeksdato from kun_aendringer)

    union all

    select
        ansaettelse_laest.rowid as raekke_id,
        coalesce(ansaettelse_laest.startdato, date '1900-01-01') as startdato,
        aendrede.foerste_start as nyere_fra

    from ansaettelse_laest

    inner join lister
        on ansaettelse_laest.fil_id = lister.fil_id

    inner join aendrede
        on
            ansaettelse_laest.medarbejdernr = aendrede.medarbejdernr
            and lister.udtraeksdato < aendrede.udtraeksdato
            and ansaettelse_laest.slutdato >= aendrede.foerste_start

)

select
    raekke_id,
    case when min(nyere_fra) > min(startdato) then min(nyere_fra) - 1 end as beholdt_til

from overdaekkede

group by raekke_id
