-- The figures of every group that may be shown within a scope that holds no employees: exact, but sums of a group, and
-- columns empty where a rule leaves them out. A node by itself has no overordnet_id.
-- Enhed: dagsværk; gns. medarbejdere; shares from 0 to 1. Korn: overordnet_id, gruppe_id, vindue_nr.
select
    overordnet_id,
    gruppe_id,
    vindue_nr,
    navn,
    er_pulje,
    antal_ansatte,
    dagsvaerk(dagsvaerk_e8) as dagsvaerk,
    case when vis_langtid then dagsvaerk(dagsvaerk_lang_e8) end as dagsvaerk_lang,
    ansat_dage / dage as gns_medarbejdere,
    fuldtid_dage_e8 / 100000000 / dage as gns_fuldtid,
    case
        when vis_langtid then dagsvaerk(dagsvaerk_lang_e8) / nullif(dagsvaerk(dagsvaerk_e8), 0)
    end as langtidsandel,
    case when vis_langtidsfriske then antal_langtidsfriske end as langtidsfriske,
    case when vis_langtidsfriske then antal_grundlag end as langtidsfriske_grundlag,
    case when vis_langtidsfriske then antal_langtidsfriske / nullif(antal_grundlag, 0) end as langtidsfriske_andel

from grupper_summeret

where deling = 'inde'
