-- A node's rolling figures of every quarter, as a bridge to another's figure begins with them.
-- Enhed: dagsværk, gns. medarbejdere and fuldtid, shares from 0 to 1, working days of the window. Korn: periode.
select
    perioder.periode,
    perioder.er_foreloebig,
    enheder.overordnet_id,
    enheder.niveau,
    er_kommunen(enheder.dybde, enheder.niveau_nr) as er_kommunen,
    noegletal.har_rater,
    noegletal.dagsvaerk,
    noegletal.dagsvaerk_lang,
    noegletal.gns_medarbejdere,
    noegletal.gns_fuldtid,
    noegletal.sygedage_pr_medarbejder,
    noegletal.sygedage_pr_aarsvaerk,
    noegletal.sygedage,
    noegletal.fravaersprocent,
    (
        select sum(maaneder.arbejdsdage)
        from maaneder
        where maaneder.maaned_nr between perioder.foerste_maaned and perioder.sidste_maaned
    )::integer as arbejdsdage

from noegletal

inner join perioder
    on noegletal.vindue_nr = perioder.vindue_nr

inner join enheder
    on noegletal.enhed_id = enheder.enhed_id

where
    noegletal.enhed_id = $enhed_id
    and perioder.periodetype = 'kvartal'
    and perioder.vindue = 'rullende'

order by perioder.sidste_maaned
