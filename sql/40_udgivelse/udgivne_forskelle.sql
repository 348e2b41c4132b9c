-- How a published group has moved since an earlier window it is published in too: unrounded figures subtracted, then
-- rounded once, half away from zero. siden: kvartal, aar or top, the highest window that is not foreløbig.
-- Enhed: sygedage pr. medarbejder (or årsværk) to one decimal; shares in whole percentage points.
-- Korn: overordnet_id, gruppe_id, vindue_nr, siden.
with

naevnt as (

    select
        grupper_summeret.*,
        perioder.sidste_maaned,
        perioder.er_foreloebig,
        perioder.vindue_nr_kvartal_foer,
        perioder.vindue_nr_aar_foer,
        som_nytal(
            $nytal, grupper_summeret.ansat_dage * 100000000::double, nullif(grupper_summeret.fuldtid_dage_e8, 0)::double
        ) / grupper_summeret.dage as naevner_e8

    from grupper_summeret

    inner join perioder
        on grupper_summeret.vindue_nr = perioder.vindue_nr

    where grupper_summeret.deling = 'ude'

),

toppe as (      -- the latest of the highest; there is none when all are alike

    select
        overordnet_id,
        gruppe_id,
        arg_max(vindue_nr, (dagsvaerk_e8 / naevner_e8, sidste_maaned)) as vindue_nr

    from naevnt

    where not er_foreloebig and overordnet_id is null

    group by overordnet_id, gruppe_id

    having har_top(min(dagsvaerk_e8 / naevner_e8), max(dagsvaerk_e8 / naevner_e8))

),

par as (

    select
        overordnet_id,
        gruppe_id,
        vindue_nr,
        'kvartal' as siden,
        vindue_nr_kvartal_foer as foer_vindue_nr
    from naevnt

    union all

    select
        overordnet_id,
        gruppe_id,
        vindue_nr,
        'aar' as siden,
        vindue_nr_aar_foer as foer_vindue_nr
    from naevnt

    union all

    select
        naevnt.overordnet_id,
        naevnt.gruppe_id,
        naevnt.vindue_nr,
        'top' as siden,
        toppe.vindue_nr as foer_vindue_nr
    from naevnt
    inner join toppe
        on naevnt.gruppe_id = toppe.gruppe_id and naevnt.overordnet_id is null

),

domme as (      -- by kind of absence

    select
        enhed_id,
        vindue_nr,
        skridt,
        bool_or(er_signal) filter (where slags = 'alt') as er_signal,
        max(grund) filter (where slags = 'alt') as grund,
        bool_or(er_signal) filter (where slags = 'kort') as korttid_er_signal,
        bool_or(er_signal) filter (where slags = 'lang') as langtid_er_signal

    from signaler

    group by enhed_id, vindue_nr, skridt

)

select
    par.overordnet_id,
    par.gruppe_id,
    par.vindue_nr,
    par.siden,
    foer.vindue_nr as foer_vindue_nr,
    round(nu.dagsvaerk_e8 / nu.naevner_e8 - foer.dagsvaerk_e8 / foer.naevner_e8, 1)::decimal(9, 1) as sygedage,
    case
        when nu.vis_langtid and foer.vis_langtid
            then
                round(
                    (nu.dagsvaerk_e8 - nu.dagsvaerk_lang_e8) / nu.naevner_e8
                    - (foer.dagsvaerk_e8 - foer.dagsvaerk_lang_e8) / foer.naevner_e8,
                    1
                )::decimal(9, 1)
    end as korttid,
    case
        when nu.vis_langtid and foer.vis_langtid
            then
                round(
                    nu.dagsvaerk_lang_e8 / nu.naevner_e8 - foer.dagsvaerk_lang_e8 / foer.naevner_e8, 1
                )::decimal(9, 1)
    end as langtid,
    case
        when nu.vis_langtid and foer.vis_langtid
            then
                round(
                    100 * nu.dagsvaerk_lang_e8 / nullif(nu.dagsvaerk_e8, 0)
                    - 100 * foer.dagsvaerk_lang_e8 / nullif(foer.dagsvaerk_e8, 0)
                )::integer
    end as langtidsandel_pp,
    case
        when nu.vis_langtidsfriske and foer.vis_langtidsfriske
            then
                round(
                    100 * nu.antal_langtidsfriske / nullif(nu.antal_grundlag, 0)
                    - 100 * foer.antal_langtidsfriske / nullif(foer.antal_grundlag, 0)
                )::integer
    end as langtidsfriske_pp,
    coalesce(domme.er_signal, false) as er_signal,
    domme.grund,
    case when nu.vis_langtid and foer.vis_langtid then coalesce(domme.korttid_er_signal, false) end
        as korttid_er_signal,
    case when nu.vis_langtid and foer.vis_langtid then coalesce(domme.langtid_er_signal, false) end
        as langtid_er_signal

from par

inner join naevnt as nu
    on
        par.overordnet_id is not distinct from nu.overordnet_id
        and par.gruppe_id = nu.gruppe_id
        and par.vindue_nr = nu.vindue_nr

inner join naevnt as foer
    on
        par.overordnet_id is not distinct from foer.overordnet_id
        and par.gruppe_id = foer.gruppe_id
        and par.foer_vindue_nr = foer.vindue_nr

left join domme
    on par.gruppe_id = domme.enhed_id and par.vindue_nr = domme.vindue_nr and par.siden = domme.skridt
