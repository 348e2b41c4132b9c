-- Rows identical in every column to an earlier row of a file with the same udtræksdato: one row, told twice.
-- Korn: raekke_id (rowid i fravaer_laest). Midlertidig.
with

noegler as (        -- one whole number a row; only rows that share it are compared in full

    select
        fravaer_laest.rowid as raekke_id,
        hash(medarbejdernr, startdato, stopdato, art, timer_e8, dage_e8, oevrigt_noegle) as noegle

    from fravaer_laest

    where
        grund is null
        and totaltekst is null
        and rowid not in (select fravaer_tilbagefoert.raekke_id from fravaer_tilbagefoert)

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
                fravaer_laest.medarbejdernr,
                fravaer_laest.startdato,
                fravaer_laest.stopdato,
                fravaer_laest.art,
                fravaer_laest.timer_e8,
                fravaer_laest.dage_e8,
                fravaer_laest.oevrigt_noegle
            order by noegler.raekke_id
        ) as gentagelse

    from noegler

    inner join gentagne
        on noegler.noegle = gentagne.noegle

    inner join fravaer_laest
        on noegler.raekke_id = fravaer_laest.rowid

    inner join kildefiler
        on fravaer_laest.fil_id = kildefiler.fil_id

)

select raekke_id

from nummererede

where gentagelse > 1
