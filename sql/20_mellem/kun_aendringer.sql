-- The employment lists that hold changes only: most of those an older list has employed on the first day the newer
-- rules are missing from it, and it names fewer than half as many.
-- Enhed: antal medarbejdere. Korn: udtraeksdato. Midlertidig.
with

lister as (

    select
        udtraeksdato,
        min(coalesce(periode_fra, date '1900-01-01')) as periode_fra

    from kildefiler

    where tabel = 'ansaettelsesforloeb'

    group by udtraeksdato

),

naboer as (         -- each list and the one before it

    select
        udtraeksdato,
        lag(udtraeksdato) over (order by udtraeksdato) as forrige_udtraek,
        greatest(periode_fra, lag(udtraeksdato) over (order by udtraeksdato)) as foerste_dag

    from lister

),

ansatte as (

    select
        naboer.udtraeksdato,
        ansaettelse_laest.medarbejdernr

    from naboer

    inner join kildefiler
        on naboer.forrige_udtraek >= kildefiler.udtraeksdato and kildefiler.tabel = 'ansaettelsesforloeb'

    inner join ansaettelse_laest
        on
            kildefiler.fil_id = ansaettelse_laest.fil_id
            and naboer.foerste_dag between ansaettelse_laest.startdato and ansaettelse_laest.slutdato

    where ansaettelse_laest.grund is null and ansaettelse_laest.totaltekst is null

    group by naboer.udtraeksdato, ansaettelse_laest.medarbejdernr

),

naevnte as (

    select
        kildefiler.udtraeksdato,
        ansaettelse_laest.medarbejdernr

    from ansaettelse_laest

    inner join kildefiler
        on ansaettelse_laest.fil_id = kildefiler.fil_id

    where
        ansaettelse_laest.grund is null
        and ansaettelse_laest.totaltekst is null
        and kildefiler.udtraeksdato in (
            select naboer.udtraeksdato from naboer
            where naboer.forrige_udtraek is not null
        )

    group by kildefiler.udtraeksdato, ansaettelse_laest.medarbejdernr

),

naevnte_pr_liste as (

    select
        udtraeksdato,
        count(*) as antal_naevnte

    from naevnte

    group by udtraeksdato

)

select
    ansatte.udtraeksdato,
    count(*) filter (where naevnte.medarbejdernr is null) as antal_unaevnte

from ansatte

inner join naevnte_pr_liste
    on ansatte.udtraeksdato = naevnte_pr_liste.udtraeksdato

left join naevnte
    on ansatte.udtraeksdato = naevnte.udtraeksdato and ansatte.medarbejdernr = naevnte.medarbejdernr

group by ansatte.udtraeksdato, naevnte_pr_liste.antal_naevnte

having
    count(*) filter (where naevnte.medarbejdernr is null) >= $afviste_mindst
    and 2 * count(*) filter (where naevnte.medarbejdernr is null) > count(*)
    and 2 * naevnte_pr_liste.antal_naevnte < count(*)
