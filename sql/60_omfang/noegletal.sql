-- The exact figures a user sees: every window of the nodes seen in full; for a chef those of the groups that pass, with
-- the columns left out that a rule leaves out, and the months of the larger.
-- Enhed: dagsværk; gns. medarbejdere; shares from 0 to 1. Korn: enhed_id, vindue_nr.
with

chefens as (

    select
        enhed_id,
        vindue_nr,
        false as vis_langtid,
        false as vis_langtidsfriske
    from chef_maaneder

    union all

    select
        gruppe_id as enhed_id,
        vindue_nr,
        vis_langtid,
        vis_langtidsfriske
    from chef_grupper

)

select noegletal.*
from maal.noegletal
where noegletal.enhed_id in (select egne_enheder.enhed_id from egne_enheder)

union all

select
    noegletal.* replace (
        case when chefens.vis_langtid then noegletal.dagsvaerk_lang end as dagsvaerk_lang,
        case when chefens.vis_langtid then noegletal.langtidsandel end as langtidsandel,
        case when chefens.vis_langtidsfriske then noegletal.langtidsfriske end as langtidsfriske,
        case when chefens.vis_langtidsfriske then noegletal.langtidsfriske_grundlag end as langtidsfriske_grundlag,
        case when chefens.vis_langtidsfriske then noegletal.langtidsfriske_andel end as langtidsfriske_andel,
        case when chefens.vis_langtidsfriske then noegletal.langtidsfriske_af_alle end as langtidsfriske_af_alle
    )
from maal.noegletal
inner join chefens
    on noegletal.enhed_id = chefens.enhed_id and noegletal.vindue_nr = chefens.vindue_nr

union all by name

select
    gruppetal.gruppe_id as enhed_id,
    gruppetal.vindue_nr::integer as vindue_nr,
    gruppetal.antal_ansatte,
    gruppetal.antal_ansatte = 0 as er_nedlagt,
    true as har_rater,
    gruppetal.dagsvaerk,
    case when chef_grupper.vis_langtid then gruppetal.dagsvaerk_lang end as dagsvaerk_lang,
    gruppetal.gns_medarbejdere,
    gruppetal.gns_fuldtid,
    gruppetal.dagsvaerk / gruppetal.gns_medarbejdere as sygedage_pr_medarbejder,
    gruppetal.dagsvaerk / nullif(gruppetal.gns_fuldtid, 0) as sygedage_pr_aarsvaerk,
    gruppetal.dagsvaerk
    / nullif(som_nytal(bygning.nytal, gruppetal.gns_medarbejdere, gruppetal.gns_fuldtid), 0) as sygedage,
    case when chef_grupper.vis_langtid then gruppetal.langtidsandel end as langtidsandel,
    case when chef_grupper.vis_langtidsfriske then gruppetal.langtidsfriske end as langtidsfriske,
    case when chef_grupper.vis_langtidsfriske then gruppetal.langtidsfriske_grundlag end as langtidsfriske_grundlag,
    case when chef_grupper.vis_langtidsfriske then gruppetal.langtidsfriske_andel end as langtidsfriske_andel
from maal.gruppetal
inner join chef_grupper
    on
        gruppetal.gruppe_id = chef_grupper.gruppe_id
        and gruppetal.vindue_nr = chef_grupper.vindue_nr
        and gruppetal.overordnet_id = chef_grupper.overordnet_id
cross join maal.bygning
where gruppetal.gruppe_id < -1
