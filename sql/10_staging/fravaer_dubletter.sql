-- Rows equal by value, in every column the program reads, to an earlier row of a file with the same udtræksdato: one
-- row, told twice. Whether they come from two files, or differ in columns that are not read, is kept for the report.
-- Korn: raekke_id (rowid i fravaer_laest). Midlertidig.
with

noegler as (        -- one whole number a row; only rows that share it are compared in full

    select
        fravaer_laest.rowid as raekke_id,
        hash(medarbejdernr, startdato, stopdato, art, timer_e8, dage_e8) as noegle

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
        fravaer_laest.fil_id,
        first_value(fravaer_laest.fil_id) over ens as foerste_fil_id,
        fravaer_laest.oevrigt_noegle <> first_value(fravaer_laest.oevrigt_noegle) over ens as har_andet_oevrigt,
        row_number() over ens as gentagelse

    from noegler

    inner join gentagne
        on noegler.noegle = gentagne.noegle

    inner join fravaer_laest
        on noegler.raekke_id = fravaer_laest.rowid

    inner join kildefiler
        on fravaer_laest.fil_id = kildefiler.fil_id

    window ens as (
        partition by
            kildefiler.udtraeksdato,
            fravaer_laest.medarbejdernr,
            fravaer_laest.startdato,
            fravaer_laest.stopdato,
            fravaer_laest.art,
            fravaer_laest.timer_e8,
            fravaer_laest.dage_e8
        order by noegler.raekke_id
    )

)

select
    raekke_id,
    fil_id,
    foerste_fil_id,
    fil_id = foerste_fil_id and har_andet_oevrigt as er_ens_i_det_laeste

from nummererede

where gentagelse > 1
