-- Every nøgletal, rolling, for the nodes and periods asked for. Enhed: dagsværk, days, shares from 0 to 1.
-- Korn: enhedsnr, periode.
select
    enheder.enhedsnr,
    enheder.enhedsnavn,
    enheder.niveau,
    noegletal.periode,
    noegletal.er_foreloebig,
    noegletal.er_nedlagt,
    noegletal.dagsvaerk,
    noegletal.dagsvaerk_lang,
    noegletal.gns_medarbejdere,
    noegletal.gns_fuldtid,
    noegletal.sygedage_pr_medarbejder,
    noegletal.sygedage_pr_aarsvaerk,
    noegletal.fravaersprocent,
    noegletal.langtidsandel,
    noegletal.langtidsfriske,
    noegletal.langtidsfriske_grundlag,
    noegletal.langtidsfriske_andel,
    noegletal.langtidsfriske_af_alle,
    noegletal.maaltal,
    noegletal.maaltal_kilde,
    noegletal.aendring_kvartal,
    noegletal.aendring_aar,
    noegletal.afstand_til_maaltal

from noegletal

inner join enheder
    on noegletal.enhed_id = enheder.enhed_id

where
    noegletal.vindue = 'rullende'
    and noegletal.periodetype = $periodetype
    and ($periode is null or noegletal.periode = $periode)
    and ($enhedsnr is null or enheder.enhedsnr = $enhedsnr)
    and ($niveau is null or enheder.niveau = $niveau)

order by noegletal.periode, list_aggregate(enheder.sti, 'string_agg', chr(31)), enheder.enhedsnr
