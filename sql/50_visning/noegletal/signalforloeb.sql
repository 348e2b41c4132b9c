-- Whether a node's changes were signals, quarter by quarter, and which way; and how far the figure would have had to
-- move since a year before, of a node seen in full. slags: alt, kort or lang. Published changes where there are no
-- others. Enhed: sygedage pr. medarbejder (or årsværk). Korn: sidste_maaned.
with

domme as (

    select
        perioder.sidste_maaned,
        signaler.skridt,
        signaler.aendring,
        signaler.er_signal,
        signaler.grund,
        signaler.udsving

    from signaler

    inner join perioder
        on signaler.vindue_nr = perioder.vindue_nr

    where signaler.enhed_id = $enhed_id and signaler.slags = $slags

    union all

    select
        perioder.sidste_maaned,
        udgivne_forskelle.siden as skridt,
        case $slags
            when 'alt' then udgivne_forskelle.sygedage
            when 'kort' then udgivne_forskelle.korttid
            when 'lang' then udgivne_forskelle.langtid
        end::double as aendring,
        case $slags
            when 'alt' then udgivne_forskelle.er_signal
            when 'kort' then udgivne_forskelle.korttid_er_signal
            when 'lang' then udgivne_forskelle.langtid_er_signal
        end as er_signal,
        case when $slags = 'alt' then udgivne_forskelle.grund end as grund,
        null as udsving

    from udgivne_forskelle

    inner join perioder
        on udgivne_forskelle.vindue_nr = perioder.vindue_nr

    where
        udgivne_forskelle.gruppe_id = $enhed_id
        and udgivne_forskelle.siden <> 'top'
        and $enhed_id not in (select noegletal.enhed_id from noegletal)

)

select
    sidste_maaned,
    max(aendring) filter (where skridt = 'kvartal') as aendring_kvartal,
    coalesce(bool_or(er_signal) filter (where skridt = 'kvartal'), false) as kvartal_er_signal,
    max(grund) filter (where skridt = 'kvartal') as kvartal_grund,
    max(aendring) filter (where skridt = 'aar') as aendring_aar,
    coalesce(bool_or(er_signal) filter (where skridt = 'aar'), false) as aar_er_signal,
    max(grund) filter (where skridt = 'aar') as aar_grund,
    max(udsving) filter (where skridt = 'aar') as udsving

from domme

group by sidste_maaned

order by sidste_maaned
