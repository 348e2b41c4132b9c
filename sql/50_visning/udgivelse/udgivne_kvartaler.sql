-- Figur 1 of a published node: its rolling sygedage quarter by quarter in the published, rounded figures, and which
-- changes are signals; to the newest quarter there is a status of. Enhed: days. Korn: periode.
select
    nu.periode,
    perioder.er_foreloebig,
    nu.sygedage::double as sygedage,
    nu.korttid::double as korttid,
    nu.langtid::double as langtid,
    kvartal.korttid::double as korttid_aendring_kvartal,
    kvartal.langtid::double as langtid_aendring_kvartal,
    kvartal.sygedage::double as aendring_kvartal,
    coalesce(kvartal.korttid_er_signal, false) as korttid_er_signal,
    coalesce(kvartal.langtid_er_signal, false) as langtid_er_signal,
    nu.maaltal::double as maaltal,
    nu.maaltal_kilde,
    coalesce(nu.vindue_nr = top.foer_vindue_nr, false) as er_top,
    top.sygedage::double as afstand_til_top

from udgivne_tal as nu

inner join perioder
    on nu.vindue_nr = perioder.vindue_nr

inner join udgivne_tal as nyeste
    on nu.gruppe_id = nyeste.gruppe_id and nyeste.er_nu and nu.sidste_maaned <= nyeste.sidste_maaned

left join udgivne_forskelle as kvartal
    on nu.gruppe_id = kvartal.gruppe_id and nu.vindue_nr = kvartal.vindue_nr and kvartal.siden = 'kvartal'

left join udgivne_forskelle as top
    on nu.gruppe_id = top.gruppe_id and nu.vindue_nr = top.vindue_nr and top.siden = 'top'

where
    nu.gruppe_id = $gruppe_id
    and nu.overordnet_id is null
    and nyeste.overordnet_id is null

order by nu.sidste_maaned
