-- Employment spans from a series of personnel dumps: every file is the full current set, so a change between two
-- files starts a new span on the later file's date, and who is gone or marked "leave" ended the day before it.
-- Korn: medarbejdernr, startdato. Midlertidig.
with

filer as (

    select
        udtraeksdato,
        max_by(fil_id, fil) as fil_id,      -- of several dumps of one day the last is that day's state
        lead(udtraeksdato) over (order by udtraeksdato) as naeste_fil

    from kildefiler

    where tabel = 'personale'

    group by udtraeksdato

),

tilstande as (      -- the state of an employee in a file

    select
        personale_laest.medarbejdernr,
        filer.udtraeksdato,
        filer.naeste_fil,
        personale_laest.startdato,
        personale_laest.slutdato,
        personale_laest.enhedsnr,
        personale_laest.ansforhold,
        personale_laest.ansforholdtekst,
        personale_laest.taeller_e8,
        personale_laest.naevner_e8,
        personale_laest.stilling,
        personale_laest.loenklasse,
        hash(
            personale_laest.enhedsnr,
            personale_laest.ansforhold,
            personale_laest.ansforholdtekst,
            personale_laest.taeller_e8,
            personale_laest.naevner_e8,
            personale_laest.stilling,
            personale_laest.loenklasse
        ) as tilstand

    from personale_laest

    inner join filer
        on personale_laest.fil_id = filer.fil_id

    where
        personale_laest.grund is null
        and not personale_laest.er_dublet
        and not personale_laest.er_fratraadt

    -- of two elements of one number the latest start, then the later end, then the higher enhedsnr
    qualify
        row_number() over (
            partition by filer.udtraeksdato, personale_laest.medarbejdernr
            order by
                personale_laest.startdato desc,
                personale_laest.slutdato desc,
                personale_laest.enhedsnr desc,
                personale_laest.linje asc
        ) = 1

),

naboer as (

    select
        *,
        coalesce(lag(naeste_fil) over forloeb <> udtraeksdato, true) as er_ny,
        coalesce(lag(tilstand) over forloeb <> tilstand, true) as er_aendret,
        lag(udtraeksdato) over forloeb as sidst_set

    from tilstande

    window forloeb as (partition by medarbejdernr order by udtraeksdato)

),

nummererede as (

    select
        *,
        sum((er_ny or er_aendret)::integer) over (partition by medarbejdernr order by udtraeksdato) as spaend_nr

    from naboer

)

select
    medarbejdernr,
    case
        when max(startdato) is null then null
        when
            bool_or(er_ny)
            and coalesce(min_by(startdato, udtraeksdato) > arg_min_null(sidst_set, udtraeksdato), true)
            then min_by(startdato, udtraeksdato)
        else min(udtraeksdato)
    end as startdato,
    least(
        max_by(slutdato, udtraeksdato),
        coalesce(arg_max_null(naeste_fil, udtraeksdato) - 1, date '9999-12-31')
    ) as slutdato,
    any_value(enhedsnr) as enhedsnr,
    any_value(ansforhold) as ansforhold,
    any_value(ansforholdtekst) as ansforholdtekst,
    any_value(taeller_e8) as taeller_e8,
    any_value(naevner_e8) as naevner_e8,
    any_value(stilling) as stilling,
    any_value(loenklasse) as loenklasse

from nummererede

group by medarbejdernr, spaend_nr
