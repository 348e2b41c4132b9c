-- The sick records whose dagsværk must come from days and the grad of their first employed day.
-- Grad is 1.0 when there is no employed day. Korn: raekke_id. Midlertidig.
with

poster as (

    select
        *,
        timer_e8 is not null and er_aaben as har_umulige_timer,
        timer_e8 is not null and not er_aaben as har_nul_timer
    from fravaer_gaeldende

    where
        er_sygefravaer
        and (
            timer_e8 is null
            or (not er_aaben and timer_e8 = 0 and dage_e8 > 0)
            or (
                er_aaben
                and (
                    timer_e8 = 0
                    or timer_e8
                    > $timer_pr_kalenderdag::bigint * 100000000 * (date_diff('day', startdato, slutdato) + 1)
                )
            )
        )

)

select
    poster.raekke_id,
    any_value(poster.har_umulige_timer) as har_umulige_timer,
    any_value(poster.har_nul_timer) as har_nul_timer,
    coalesce(arg_min(tidslinje.grad_e8, tidslinje.fra), 100000000) as grad_e8

from poster

left join tidslinje
    on
        poster.medarbejdernr = tidslinje.medarbejdernr
        and poster.slutdato >= tidslinje.fra
        and poster.startdato <= tidslinje.til
        and tidslinje.placering_id is not null

group by poster.raekke_id
