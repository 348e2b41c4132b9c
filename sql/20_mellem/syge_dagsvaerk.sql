-- The sick records in force with the dagsværk they state, no art.
-- Enhed: dagsværk in hundred millionths (e8), rounded once; dage_i_alt are the working days they are spread over, or
-- all calendar days when the record holds no working day. Korn: raekke_id. Midlertidig.
with

med_dage as (

    select
        fravaer_gaeldende.raekke_id,
        fravaer_gaeldende.fil_id,
        fravaer_gaeldende.linje,
        fravaer_gaeldende.medarbejdernr,
        fravaer_gaeldende.startdato as foerste_dag,
        fravaer_gaeldende.slutdato,
        fravaer_gaeldende.beholdt_til,
        fravaer_gaeldende.delvis,
        case when sygeposter_uden_timer.raekke_id is null then fravaer_gaeldende.timer_e8 end as timer_e8,
        case when not (fravaer_gaeldende.er_aaben and fravaer_gaeldende.dage_e8 = 0) then fravaer_gaeldende.dage_e8 end
            as dage_e8,
        coalesce(sygeposter_uden_timer.har_umulige_timer, false) as har_umulige_timer,
        coalesce(sygeposter_uden_timer.har_nul_timer, false) as har_nul_timer,
        sygeposter_uden_timer.grad_e8,
        coalesce(beholdt.naeste_arbejdsdag, sidste.naeste_arbejdsdag) as naeste_arbejdsdag,
        sidste.arbejdsdage - foerste.arbejdsdage + foerste.er_arbejdsdag::integer as arbejdsdage,
        date_diff('day', fravaer_gaeldende.startdato, fravaer_gaeldende.slutdato) + 1 as kalenderdage,
        case
            when fravaer_gaeldende.beholdt_til is not null
                then beholdt.arbejdsdage - foerste.arbejdsdage + foerste.er_arbejdsdag::integer
        end as beholdte_arbejdsdage

    from fravaer_gaeldende

    inner join kalender as foerste
        on fravaer_gaeldende.startdato = foerste.dag

    inner join kalender as sidste
        on fravaer_gaeldende.slutdato = sidste.dag

    left join kalender as beholdt
        on fravaer_gaeldende.beholdt_til = beholdt.dag

    left join sygeposter_uden_timer
        on fravaer_gaeldende.raekke_id = sygeposter_uden_timer.raekke_id

    where fravaer_gaeldende.er_sygefravaer

),

med_dagsvaerk as (

    select
        *,
        case when arbejdsdage > 0 then arbejdsdage else kalenderdage end as dage_i_alt,
        case
            when arbejdsdage > 0 then beholdte_arbejdsdage
            else date_diff('day', foerste_dag, beholdt_til) + 1
        end as beholdte_dage,
        case
            when timer_e8 is not null
                then divider_afrundet(timer_e8 * 10000, $timer_pr_dagsvaerk_e4)
            when dage_e8 is not null and $dage_er_kalenderdage
                then
                    divider_afrundet(
                        dage_e8::hugeint * arbejdsdage * grad_e8, kalenderdage::hugeint * 100000000
                    )::bigint
            when dage_e8 is not null
                then divider_afrundet(dage_e8::hugeint * grad_e8, 100000000::hugeint)::bigint
            when delvis
                then divider_afrundet(arbejdsdage::hugeint * grad_e8 * $delvis_andel_e8, 100000000::hugeint)::bigint
            else arbejdsdage * grad_e8
        end as oplyst_e8

    from med_dage

)

select
    raekke_id,
    fil_id,
    linje,
    medarbejdernr,
    foerste_dag,
    coalesce(beholdt_til, slutdato) as sidste_dag,
    case
        when beholdt_til is null then oplyst_e8
        else andel_af(oplyst_e8, beholdte_dage, dage_i_alt)
    end as dagsvaerk_e8,
    greatest(coalesce(beholdte_dage, dage_i_alt), 1) as dage_i_alt,
    arbejdsdage > 0 as er_paa_arbejdsdage,
    naeste_arbejdsdag,
    har_umulige_timer,
    har_nul_timer,
    timer_e8 is null and dage_e8 is null as er_uden_timer_og_dage

from med_dagsvaerk
