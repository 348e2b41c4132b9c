-- Every nøgletal, rolling, for the nodes and periods asked for, and its change since a quarter and a year before;
-- whether a change is a signal, or why not (signaler): asked at quarter ends, of a month that ends with one too.
-- Enhed: dagsværk, days, shares from 0 to 1. Korn: enhedsnr, periode.
select
    enheder.enhedsnr,
    enheder.enhedsnavn,
    enheder.niveau,
    perioder.periode,
    nu.dagsvaerk,
    nu.dagsvaerk_lang,
    nu.gns_medarbejdere,
    nu.gns_fuldtid,
    nu.sygedage_pr_medarbejder,
    nu.sygedage_pr_aarsvaerk,
    nu.fravaersprocent,
    nu.langtidsandel,
    nu.langtidsfriske,
    nu.langtidsfriske_grundlag,
    nu.langtidsfriske_andel,
    nu.maaltal,
    nu.maaltal_kilde,
    nu.langtidsfriske_af_alle,
    nu.sygedage,
    nu.sygedage - kvartal_foer.sygedage as aendring_kvartal,
    nu.sygedage - aar_foer.sygedage as aendring_aar,
    nu.langtidsandel - kvartal_foer.langtidsandel as langtidsandel_aendring_kvartal,
    nu.langtidsfriske_andel - kvartal_foer.langtidsfriske_andel as langtidsfriske_aendring_kvartal,
    coalesce(kvartal_signal.er_signal, false) as kvartal_er_signal,
    kvartal_signal.grund as kvartal_grund,
    coalesce(aar_signal.er_signal, false) as aar_er_signal,
    aar_signal.grund as aar_grund,
    nu.afstand_til_maaltal,
    perioder.er_foreloebig,
    nu.er_nedlagt

from noegletal as nu

inner join perioder
    on nu.vindue_nr = perioder.vindue_nr

inner join enheder
    on nu.enhed_id = enheder.enhed_id

left join noegletal as kvartal_foer
    on
        nu.enhed_id = kvartal_foer.enhed_id
        and perioder.vindue_nr_kvartal_foer = kvartal_foer.vindue_nr

left join noegletal as aar_foer
    on
        nu.enhed_id = aar_foer.enhed_id
        and perioder.vindue_nr_aar_foer = aar_foer.vindue_nr

left join perioder as kvartalets
    on
        perioder.sidste_maaned = kvartalets.sidste_maaned
        and kvartalets.periodetype = 'kvartal'
        and kvartalets.vindue = 'rullende'

left join signaler as kvartal_signal
    on
        nu.enhed_id = kvartal_signal.enhed_id
        and kvartalets.vindue_nr = kvartal_signal.vindue_nr
        and kvartal_signal.skridt = 'kvartal'
        and kvartal_signal.slags = 'alt'

left join signaler as aar_signal
    on
        nu.enhed_id = aar_signal.enhed_id
        and kvartalets.vindue_nr = aar_signal.vindue_nr
        and aar_signal.skridt = 'aar'
        and aar_signal.slags = 'alt'

where
    perioder.vindue = 'rullende'
    and perioder.periodetype = $periodetype
    and ($periode is null or perioder.periode = $periode)
    and ($enhedsnr is null or enheder.enhedsnr = $enhedsnr)
    and ($niveau is null or enheder.niveau = $niveau)

order by perioder.sidste_maaned, list_aggregate(enheder.sti, 'string_agg', chr(31)) collate da, enheder.enhedsnr
