-- The absence records in force: accepted, not told twice, not reversed, not replaced by a newer file, not older than
-- the retention.
-- Enhed: hours and days in hundred millionths (e8). Korn: raekke_id. Midlertidig.
with

poster as (

    select
        fravaer_laest.rowid as raekke_id,
        fravaer_laest.fil_id,
        linje_i_fil(fravaer_laest.linje, fravaer_laest.rowid, fil_start.foerste_rowid, kildefiler.foerste_linje)
            as linje,
        fravaer_laest.medarbejdernr,
        fravaer_laest.startdato,
        coalesce(
            fravaer_laest.stopdato,
            greatest(fravaer_laest.startdato, least(kildefiler.udtraeksdato, $udtraeksdato::date))
        ) as slutdato,
        fravaer_laest.stopdato is null as er_aaben,
        fravaer_laest.art,
        fravaer_laest.timer_e8,
        fravaer_laest.dage_e8

    from fravaer_laest

    inner join kildefiler
        on fravaer_laest.fil_id = kildefiler.fil_id

    inner join fil_start
        on fravaer_laest.fil_id = fil_start.fil_id

    where fravaer_laest.grund is null and fravaer_laest.totaltekst is null

)

select
    poster.raekke_id,
    poster.fil_id,
    poster.linje,
    poster.medarbejdernr,
    poster.startdato,
    poster.slutdato,
    poster.er_aaben,
    poster.art,
    fravaersarter.er_sygefravaer,
    fravaersarter.delvis,
    poster.timer_e8,
    poster.dage_e8,
    fravaer_afkortning.beholdt_til

from poster

inner join fravaersarter
    on poster.art = fravaersarter.kode

left join fravaer_afkortning
    on poster.raekke_id = fravaer_afkortning.raekke_id

where
    coalesce(fravaer_afkortning.beholdt_til, poster.slutdato) >= $opbevaring_fra::date
    and (fravaer_afkortning.raekke_id is null or fravaer_afkortning.beholdt_til is not null)
    and poster.raekke_id not in (select fravaer_dubletter.raekke_id from fravaer_dubletter)
    and poster.raekke_id not in (select fravaer_tilbagefoert.raekke_id from fravaer_tilbagefoert)
