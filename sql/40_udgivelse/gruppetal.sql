-- The figures of every group that may be shown within a scope that holds no employees: exact, but sums of a group, and
-- columns empty where a rule leaves them out. A node by itself has no overordnet_id.
-- Enhed: dagsværk; gns. medarbejdere; shares from 0 to 1. Korn: overordnet_id, gruppe_id, vindue_nr.
select
    delingsvinduer.overordnet_id,
    delingsvinduer.gruppe_id,
    delingsvinduer.vindue_nr,
    grupper_summeret.navn,
    grupper_summeret.er_pulje,
    grupper_summeret.antal_ansatte,
    dagsvaerk(grupper_summeret.dagsvaerk_e8) as dagsvaerk,
    case when delingsvinduer.vis_langtid then dagsvaerk(grupper_summeret.dagsvaerk_lang_e8) end as dagsvaerk_lang,
    grupper_summeret.ansat_dage / grupper_summeret.dage as gns_medarbejdere,
    grupper_summeret.fuldtid_dage_e8 / 100000000 / grupper_summeret.dage as gns_fuldtid,
    case
        when delingsvinduer.vis_langtid
            then
                dagsvaerk(grupper_summeret.dagsvaerk_lang_e8)
                / nullif(dagsvaerk(grupper_summeret.dagsvaerk_e8), 0)
    end as langtidsandel,
    case when delingsvinduer.vis_langtidsfriske then grupper_summeret.antal_langtidsfriske end as langtidsfriske,
    case when delingsvinduer.vis_langtidsfriske then grupper_summeret.antal_grundlag end as langtidsfriske_grundlag,
    case
        when delingsvinduer.vis_langtidsfriske
            then grupper_summeret.antal_langtidsfriske / nullif(grupper_summeret.antal_grundlag, 0)
    end as langtidsfriske_andel

from delingsvinduer

inner join grupper_summeret
    on
        delingsvinduer.deling = grupper_summeret.deling
        and delingsvinduer.overordnet_id is not distinct from grupper_summeret.overordnet_id
        and delingsvinduer.gruppe_id = grupper_summeret.gruppe_id
        and delingsvinduer.vindue_nr = grupper_summeret.vindue_nr

where delingsvinduer.deling = 'inde'
