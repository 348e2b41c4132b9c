-- Reversals and the rows they reverse: the same employee, dates and art with the same hours (or days) below zero. Each
-- reversal takes one row; neither is counted, and a reversal that finds none is rejected.
-- Korn: raekke_id (rowid i fravaer_laest). Midlertidig.
with

negative as (

    select
        fravaer_laest.rowid as raekke_id,
        kildefiler.udtraeksdato,
        fravaer_laest.medarbejdernr,
        fravaer_laest.startdato,
        fravaer_laest.stopdato,
        fravaer_laest.art,
        -fravaer_laest.timer_e8 as timer_e8,
        -fravaer_laest.dage_e8 as dage_e8

    from fravaer_laest

    inner join kildefiler
        on fravaer_laest.fil_id = kildefiler.fil_id

    where fravaer_laest.er_tilbagefoersel

),

nummererede as (

    select
        *,
        row_number() over (
            partition by udtraeksdato, medarbejdernr, startdato, stopdato, art, timer_e8, dage_e8
            order by raekke_id
        ) as nummer

    from negative

),

beroerte as (       -- only the rows of an employee and a start that has a reversal are numbered

    select
        fravaer_laest.rowid as raekke_id,
        kildefiler.udtraeksdato,
        fravaer_laest.medarbejdernr,
        fravaer_laest.startdato,
        fravaer_laest.stopdato,
        fravaer_laest.art,
        fravaer_laest.timer_e8,
        fravaer_laest.dage_e8

    from fravaer_laest

    inner join kildefiler
        on fravaer_laest.fil_id = kildefiler.fil_id

    where
        fravaer_laest.grund is null
        and fravaer_laest.totaltekst is null
        and (fravaer_laest.medarbejdernr, fravaer_laest.startdato)
        in (select (negative.medarbejdernr, negative.startdato) from negative)

),

positive as (

    select
        *,
        row_number() over (
            partition by udtraeksdato, medarbejdernr, startdato, stopdato, art, timer_e8, dage_e8
            order by raekke_id
        ) as nummer

    from beroerte

),

par as (

    select
        nummererede.raekke_id as tilbagefoersel_id,
        positive.raekke_id as tilbagefoert_id

    from nummererede

    inner join positive
        on
            nummererede.udtraeksdato = positive.udtraeksdato
            and nummererede.medarbejdernr = positive.medarbejdernr
            and nummererede.startdato = positive.startdato
            and nummererede.stopdato is not distinct from positive.stopdato
            and nummererede.art is not distinct from positive.art
            and nummererede.timer_e8 is not distinct from positive.timer_e8
            and nummererede.dage_e8 is not distinct from positive.dage_e8
            and nummererede.nummer = positive.nummer

)

select
    tilbagefoersel_id as raekke_id,
    true as er_tilbagefoersel
from par

union all

select
    tilbagefoert_id as raekke_id,
    false as er_tilbagefoersel
from par
