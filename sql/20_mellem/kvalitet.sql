-- How good the absence of the delivery is: what was rejected, and what states no hours.
-- Enhed: antal rækker; dagsværk in hundred millionths (e8), those of the rejected estimated. Korn: én række.
with

raekker as (

    select
        coalesce(sum(raekkeregnskab.antal_laest) filter (where kildefiler.tabel = 'fravaer'), 0) as antal_fravaer,
        coalesce(sum(raekkeregnskab.antal_afvist) filter (where kildefiler.tabel <> 'fravaer'), 0) as antal_andre_afvist

    from raekkeregnskab

    inner join kildefiler
        on raekkeregnskab.fil_id = kildefiler.fil_id

),

afviste as (

    select
        count(*) as antal_fravaer_afvist,
        coalesce(sum(dagsvaerk_e8), 0) as afvist_dagsvaerk_e8

    from fravaer_afviste

),

poster as (

    select
        count(*) as antal_poster,
        coalesce(sum(sygeposter.dagsvaerk_e8), 0) as dagsvaerk_e8,
        count(sygeposter_uden_timer.raekke_id) as antal_uden_timer,
        coalesce(sum(sygeposter.dagsvaerk_e8) filter (where sygeposter_uden_timer.raekke_id is not null), 0)
            as uden_timer_dagsvaerk_e8,
        count(*) filter (where sygeposter.er_uden_timer_og_dage) as antal_uden_timer_og_dage

    from sygeposter

    left join sygeposter_uden_timer
        on sygeposter.raekke_id = sygeposter_uden_timer.raekke_id

)

select
    raekker.antal_fravaer::bigint as antal_fravaer,
    raekker.antal_andre_afvist::bigint as antal_andre_afvist,
    afviste.antal_fravaer_afvist,
    afviste.afvist_dagsvaerk_e8::bigint as afvist_dagsvaerk_e8,
    poster.antal_poster,
    poster.dagsvaerk_e8::bigint as dagsvaerk_e8,
    poster.antal_uden_timer,
    poster.uden_timer_dagsvaerk_e8::bigint as uden_timer_dagsvaerk_e8,
    poster.antal_uden_timer_og_dage

from raekker

cross join afviste

cross join poster
