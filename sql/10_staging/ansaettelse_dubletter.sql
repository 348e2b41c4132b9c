-- Rows identical in every column to an earlier row of an employment file with the same udtræksdato.
-- Korn: raekke_id (rowid i ansaettelse_laest). Midlertidig.
with

noegler as (        -- one whole number a row; only rows that share it are compared in full

    select
        rowid as raekke_id,
        hash(
            medarbejdernr,
            startdato,
            slutdato,
            enhedsnr,
            ansforhold,
            taeller_e8,
            naevner_e8,
            stilling,
            loenklasse,
            personalegruppe,
            navn,
            oevrigt_noegle
        ) as noegle

    from ansaettelse_laest

    where grund is null and totaltekst is null

),

gentagne as (

    select noegle

    from noegler

    group by noegle

    having count(*) > 1

),

nummererede as (

    select
        noegler.raekke_id,
        row_number() over (
            partition by
                kildefiler.udtraeksdato,
                ansaettelse_laest.medarbejdernr,
                ansaettelse_laest.startdato,
                ansaettelse_laest.slutdato,
                ansaettelse_laest.enhedsnr,
                ansaettelse_laest.ansforhold,
                ansaettelse_laest.taeller_e8,
                ansaettelse_laest.naevner_e8,
                ansaettelse_laest.stilling,
                ansaettelse_laest.loenklasse,
                ansaettelse_laest.personalegruppe,
                ansaettelse_laest.navn,
                ansaettelse_laest.oevrigt_noegle
            order by noegler.raekke_id
        ) as gentagelse

    from noegler

    inner join gentagne
        on noegler.noegle = gentagne.noegle

    inner join ansaettelse_laest
        on noegler.raekke_id = ansaettelse_laest.rowid

    inner join kildefiler
        on ansaettelse_laest.fil_id = kildefiler.fil_id

)

select raekke_id

from nummererede

where gentagelse > 1
