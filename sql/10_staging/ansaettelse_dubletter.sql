-- Rows equal by value, in every column the program reads, to an earlier row of an employment file with the same
-- udtræksdato. Whether they come from two files, or differ in columns that are not read, is kept for the report.
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
            navn
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
        ansaettelse_laest.fil_id,
        first_value(ansaettelse_laest.fil_id) over ens as foerste_fil_id,
        ansaettelse_laest.oevrigt_noegle <> first_value(ansaettelse_laest.oevrigt_noegle) over ens
            as har_andet_oevrigt,
        row_number() over ens as gentagelse

    from noegler

    inner join gentagne
        on noegler.noegle = gentagne.noegle

    inner join ansaettelse_laest
        on noegler.raekke_id = ansaettelse_laest.rowid

    inner join kildefiler
        on ansaettelse_laest.fil_id = kildefiler.fil_id

    window ens as (
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
            ansaettelse_laest.navn
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
