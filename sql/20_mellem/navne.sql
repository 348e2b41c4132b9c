-- The name of each employee data is kept of, as last stated; the only table with names, for hr and leder only.
-- Korn: medarbejdernr.
with

oplyste as (

    select
        ansaettelse_laest.medarbejdernr,
        ansaettelse_laest.navn,
        {
            'udtraeksdato': kildefiler.udtraeksdato,
            'startdato': ansaettelse_laest.startdato,
            'navn': ansaettelse_laest.navn
        }
            as alder
    from ansaettelse_laest
    inner join kildefiler
        on ansaettelse_laest.fil_id = kildefiler.fil_id
    where
        ansaettelse_laest.navn is not null
        and ansaettelse_laest.grund is null
        and ansaettelse_laest.totaltekst is null

    union all

    select
        medarbejdernr,
        navn,
        { 'udtraeksdato': udtraeksdato, 'startdato': startdato, 'navn': navn } as alder
    from personale_laest
    where navn is not null and grund is null

)

select
    medarbejdernr,
    arg_max(navn, alder) as navn

from oplyste

where medarbejdernr in (select ansaettelser.medarbejdernr from ansaettelser)

group by medarbejdernr
