-- What a quarter's absence and its starts and stops count for in a change. Absence counts once in the window now and
-- once less in the one before, long absence by the window's own end (kvartalstal). From a start on day t on an
-- employee is there for the rest of a window: sidste_nr + 1 - t days of the one it falls in, all of a later one,
-- none of an earlier; a stop takes as much away.
-- Enhed: start_vaegt and dag_vaegt in days of one window times the days of the other. Korn: par_nr, kvartal_nr.
-- Midlertidig.
with

kvartaler as (

    select
        *,
        unnest(range(foer_kvartal_nr - 3, nu_kvartal_nr + 1)) as kvartal_nr

    from vinduespar

),

i_vinduerne as (

    select
        *,
        (kvartal_nr > nu_kvartal_nr - 4)::integer as er_nu,
        (kvartal_nr <= foer_kvartal_nr)::integer as er_foer,
        (kvartal_nr = nu_kvartal_nr)::integer as er_sidst_nu,
        (kvartal_nr = foer_kvartal_nr)::integer as er_sidst_foer

    from kvartaler

)

select
    par_nr,
    kvartal_nr,
    er_nu - er_foer as vaegt,
    er_sidst_nu - er_sidst_foer as lang_straks_vaegt,
    (er_nu - er_sidst_nu) - (er_foer - er_sidst_foer) as lang_senere_vaegt,
    foer_dage * (case when er_nu = 1 then nu_sidste_nr + 1 else nu_dage end)
    - nu_dage * er_foer * (foer_sidste_nr + 1) as start_vaegt,
    nu_dage * er_foer - foer_dage * er_nu as dag_vaegt

from i_vinduerne
