-- The rejected rows of the fravær files, but reversals that were taken, each with the dagsværk it would have held: its
-- hours if they can be, else its Dage, else the working days of its interval, at full time; a day without a start. The
-- interval is taken to the udtræksdato and from the retention. A row whose art is known and no sick leave holds none.
-- Enhed: dagsværk in hundred millionths (e8), estimated. Korn: raekke_id (rowid i fravaer_laest). Midlertidig.
with

raekker as (

    select
        fravaer_laest.rowid as raekke_id,
        coalesce(fravaersarter.er_sygefravaer, true) as er_sygefravaer,
        abs(fravaer_laest.timer_e8) as timer_e8,
        abs(fravaer_laest.dage_e8) as dage_e8,
        fravaer_laest.startdato,
        greatest(fravaer_laest.startdato, $opbevaring_fra::date) as fra,
        least(coalesce(fravaer_laest.stopdato, $udtraeksdato::date), $udtraeksdato::date) as til

    from fravaer_laest

    left join fravaersarter
        on fravaer_laest.art = fravaersarter.kode

    where
        fravaer_laest.grund is not null
        and fravaer_laest.rowid not in (select fravaer_tilbagefoert.raekke_id from fravaer_tilbagefoert)

),

med_dage as (

    select
        raekker.raekke_id,
        raekker.er_sygefravaer,
        raekker.timer_e8,
        raekker.dage_e8,
        raekker.startdato,
        greatest(date_diff('day', raekker.fra, raekker.til) + 1, 0) as kalenderdage,
        count(kalender.dag) as arbejdsdage

    from raekker

    left join kalender
        on kalender.dag between raekker.fra and raekker.til and kalender.er_arbejdsdag

    group by
        raekker.raekke_id,
        raekker.er_sygefravaer,
        raekker.timer_e8,
        raekker.dage_e8,
        raekker.startdato,
        raekker.fra,
        raekker.til

)

select
    raekke_id,
    case
        when not er_sygefravaer then 0
        when timer_e8 > 0 and timer_e8 <= $timer_pr_kalenderdag::bigint * 100000000 * greatest(kalenderdage, 1)
            then divider_afrundet(timer_e8 * 10000, $timer_pr_dagsvaerk_e4)
        when dage_e8 > 0 and dage_e8 <= 100000000 * greatest(kalenderdage, 1) then dage_e8
        when startdato is null then 100000000
        else arbejdsdage * 100000000
    end::bigint as dagsvaerk_e8

from med_dage
