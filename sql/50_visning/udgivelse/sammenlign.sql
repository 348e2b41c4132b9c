-- The nodes of one level in a quarter, beside the kommune's mean and spread. Published figures where there are no
-- others, not even of the unit a group stands for.
-- Enhed: sygedage; medarbejdere. Korn: enhed_id.
with

perioden as (

    select
        perioder.vindue_nr,
        spredning.sygedage as kommunens_sygedage,
        spredning.spredning
    from perioder
    inner join spredning
        on perioder.vindue_nr = spredning.vindue_nr
    where perioder.vindue = 'rullende' and perioder.periode = $periode

),

linjer as (

    select
        noegletal.enhed_id,
        enheder.enhedsnavn,
        noegletal.gns_medarbejdere,
        noegletal.sygedage,
        perioden.kommunens_sygedage,
        perioden.spredning

    from perioden

    inner join noegletal
        on perioden.vindue_nr = noegletal.vindue_nr

    inner join enheder
        on noegletal.enhed_id = enheder.enhed_id

    where enheder.niveau = $niveau and noegletal.sygedage is not null and not noegletal.er_nedlagt

    union all

    select
        udgivne_tal.gruppe_id as enhed_id,
        any_value(udgivne_tal.navn) as enhedsnavn,
        any_value(udgivne_tal.medarbejdere)::double as gns_medarbejdere,
        any_value(udgivne_tal.sygedage)::double as sygedage,
        any_value(perioden.kommunens_sygedage) as kommunens_sygedage,
        any_value(perioden.spredning) as spredning

    from perioden

    inner join udgivne_tal
        on perioden.vindue_nr = udgivne_tal.vindue_nr

    where
        udgivne_tal.niveau = $niveau
        and udgivne_tal.sygedage is not null
        and udgivne_tal.medarbejdere > 0
        and coalesce(udgivne_tal.enhed_id, udgivne_tal.gruppe_id) not in (select noegletal.enhed_id from noegletal)

    group by udgivne_tal.gruppe_id

)

select *

from linjer

order by enhedsnavn collate da
