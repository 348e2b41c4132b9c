-- Figur 1: a node's rolling sygedage quarter by quarter, split in short and long absence, with måltal and the top.
-- Whether its short and long absence has moved since the quarter before by a signal.
-- The top is the highest quarter that is not foreløbig; there is none when all are alike.
-- Enhed: sygedage pr. medarbejder (or årsværk, as built). Korn: periode.
with

kvartaler as (

    select
        perioder.periode,
        perioder.sidste_maaned,
        perioder.vindue_nr,
        perioder.vindue_nr_kvartal_foer,
        perioder.er_foreloebig,
        noegletal.enhed_id,
        noegletal.sygedage,
        case when noegletal.dagsvaerk = 0 then 0 else noegletal.sygedage * noegletal.langtidsandel end as langtid,
        case when noegletal.afstand_til_maaltal is not null then noegletal.maaltal end as maaltal,
        noegletal.maaltal_kilde

    from noegletal

    inner join perioder
        on noegletal.vindue_nr = perioder.vindue_nr

    inner join enheder
        on noegletal.enhed_id = enheder.enhed_id

    where
        enheder.enhedsnr = $enhedsnr
        and perioder.periodetype = 'kvartal'
        and perioder.vindue = 'rullende'
        and noegletal.sygedage is not null

),

domme as (

    select
        enhed_id,
        vindue_nr,
        bool_or(er_signal) filter (where slags = 'kort') as korttid_er_signal,
        bool_or(er_signal) filter (where slags = 'lang') as langtid_er_signal

    from signaler

    where skridt = 'kvartal'

    group by enhed_id, vindue_nr

),

endelige as (

    select
        min(sygedage) as laveste,
        max(sygedage) as hoejeste

    from kvartaler

    where not er_foreloebig

)

select
    nu.periode,
    nu.er_foreloebig,
    nu.sygedage,
    nu.sygedage - nu.langtid as korttid,
    nu.langtid,
    (nu.sygedage - nu.langtid) - (kvartal_foer.sygedage - kvartal_foer.langtid) as korttid_aendring_kvartal,
    nu.langtid - kvartal_foer.langtid as langtid_aendring_kvartal,
    coalesce(domme.korttid_er_signal, false) as korttid_er_signal,
    coalesce(domme.langtid_er_signal, false) as langtid_er_signal,
    nu.maaltal,
    nu.maaltal_kilde,
    not nu.er_foreloebig and nu.sygedage = endelige.hoejeste and har_top(endelige.laveste, endelige.hoejeste) as er_top,
    nu.sygedage - endelige.hoejeste as afstand_til_top

from kvartaler as nu

cross join endelige

left join domme
    on nu.enhed_id = domme.enhed_id and nu.vindue_nr = domme.vindue_nr

left join kvartaler as kvartal_foer
    on nu.vindue_nr_kvartal_foer = kvartal_foer.vindue_nr

order by nu.sidste_maaned
