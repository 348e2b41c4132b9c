-- The figures of some nodes through time, one kind of period and window. Published figures where there are no others.
-- Enhed: days; shares from 0 to 1; medarbejdere. Korn: enhed_id, periode.
with

eksakte as (

    select
        noegletal.enhed_id,
        enheder.enhedsnavn,
        perioder.periode,
        perioder.sidste_maaned,
        perioder.er_foreloebig,
        noegletal.sygedage,
        noegletal.sygedage_pr_medarbejder,
        noegletal.sygedage_pr_aarsvaerk,
        noegletal.fravaersprocent,
        noegletal.sygedage * (1 - coalesce(noegletal.langtidsandel, 0)) as korttid,
        noegletal.sygedage * noegletal.langtidsandel as langtid,
        noegletal.langtidsandel,
        noegletal.langtidsfriske_andel,
        noegletal.gns_medarbejdere

    from noegletal

    inner join perioder
        on noegletal.vindue_nr = perioder.vindue_nr

    inner join enheder
        on noegletal.enhed_id = enheder.enhed_id

    where
        list_contains($noder::bigint[], noegletal.enhed_id)
        and perioder.periodetype = $periodetype
        and perioder.vindue = $vindue

),

linjer as (

    select
        enhed_id,
        enhedsnavn,
        periode,
        sidste_maaned,
        er_foreloebig,
        sygedage,
        sygedage_pr_medarbejder,
        sygedage_pr_aarsvaerk,
        fravaersprocent,
        case when langtidsandel is not null or sygedage = 0 then korttid end as korttid,
        langtid,
        langtidsandel,
        langtidsfriske_andel,
        gns_medarbejdere

    from eksakte

    union all

    select
        udgivne_tal.gruppe_id as enhed_id,
        any_value(udgivne_tal.navn) as enhedsnavn,
        udgivne_tal.periode,
        udgivne_tal.sidste_maaned,
        false as er_foreloebig,
        any_value(udgivne_tal.sygedage)::double as sygedage,
        any_value(case when bygning.nytal = 'pr_medarbejder' then udgivne_tal.sygedage end)::double
            as sygedage_pr_medarbejder,
        any_value(case when bygning.nytal = 'pr_aarsvaerk' then udgivne_tal.sygedage end)::double
            as sygedage_pr_aarsvaerk,
        null as fravaersprocent,
        any_value(udgivne_tal.korttid)::double as korttid,
        any_value(udgivne_tal.langtid)::double as langtid,
        any_value(udgivne_tal.langtidsandel_pct) / 100 as langtidsandel,
        any_value(udgivne_tal.langtidsfriske_pct) / 100 as langtidsfriske_andel,
        any_value(udgivne_tal.medarbejdere)::double as gns_medarbejdere

    from udgivne_tal

    cross join bygning

    where
        list_contains($noder::bigint[], udgivne_tal.gruppe_id)
        and udgivne_tal.gruppe_id not in (select noegletal.enhed_id from noegletal)
        and $periodetype = 'kvartal'
        and $vindue = 'rullende'

    group by udgivne_tal.gruppe_id, udgivne_tal.periode, udgivne_tal.sidste_maaned

)

select *

from linjer

order by enhedsnavn collate da, enhed_id, sidste_maaned
