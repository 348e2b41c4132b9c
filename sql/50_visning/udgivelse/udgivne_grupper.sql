-- The groups the kommune is published by in the newest quarter, with the quarter and the year before, what moved,
-- and whether that is a signal or why it is none.
-- Enhed: rounded days, whole per cent and percentage points, rounded medarbejdere. Korn: overordnet_id, gruppe_id.
select
    nu.opdeling,
    nu.overordnet_id,
    nu.gruppe_id,
    nu.enhed_id,
    nu.navn,
    nu.niveau,
    nu.er_pulje,
    nu.periode,
    nu.medarbejdere,
    nu.sygedage,
    kvartal.sygedage as sygedage_kvartal_foer,
    aar.sygedage as sygedage_aar_foer,
    siden_kvartal.sygedage as aendring_kvartal,
    siden_aar.sygedage as aendring_aar,
    coalesce(siden_kvartal.er_signal, false) as kvartal_er_signal,
    siden_kvartal.grund as kvartal_grund,
    coalesce(siden_aar.er_signal, false) as aar_er_signal,
    siden_aar.grund as aar_grund,
    nu.maaltal,
    nu.maaltal_kilde,
    nu.afstand,
    nu.korttid,
    nu.langtid,
    siden_kvartal.korttid as korttid_aendring,
    siden_kvartal.langtid as langtid_aendring,
    coalesce(siden_kvartal.korttid_er_signal, false) as korttid_er_signal,
    coalesce(siden_kvartal.langtid_er_signal, false) as langtid_er_signal,
    nu.langtidsandel_pct,
    siden_kvartal.langtidsandel_pp,
    nu.langtidsfriske_pct,
    siden_kvartal.langtidsfriske_pp

from udgivne_tal as nu

inner join perioder
    on nu.vindue_nr = perioder.vindue_nr

left join udgivne_tal as kvartal
    on
        nu.overordnet_id is not distinct from kvartal.overordnet_id
        and nu.gruppe_id = kvartal.gruppe_id
        and perioder.vindue_nr_kvartal_foer = kvartal.vindue_nr

left join udgivne_tal as aar
    on
        nu.overordnet_id is not distinct from aar.overordnet_id
        and nu.gruppe_id = aar.gruppe_id
        and perioder.vindue_nr_aar_foer = aar.vindue_nr

left join udgivne_forskelle as siden_kvartal
    on
        nu.overordnet_id is not distinct from siden_kvartal.overordnet_id
        and nu.gruppe_id = siden_kvartal.gruppe_id
        and nu.vindue_nr = siden_kvartal.vindue_nr
        and siden_kvartal.siden = 'kvartal'

left join udgivne_forskelle as siden_aar
    on
        nu.overordnet_id is not distinct from siden_aar.overordnet_id
        and nu.gruppe_id = siden_aar.gruppe_id
        and nu.vindue_nr = siden_aar.vindue_nr
        and siden_aar.siden = 'aar'

where nu.er_nu

order by nu.navn collate da, nu.gruppe_id
