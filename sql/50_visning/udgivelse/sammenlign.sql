-- The nodes of one level in a quarter, beside what is to be expected of each. Published figures where there are no
-- others, not even of the unit a group stands for. tilstand is null where a group is too small to be judged.
-- Enhed: sygedage; medarbejdere. Korn: enhed_id.
with

perioden as (

    select vindue_nr
    from perioder
    where vindue = 'rullende' and periode = $periode

),

linjer as (

    select
        noegletal.enhed_id,
        noegletal.vindue_nr,
        enheder.enhedsnavn,
        noegletal.gns_medarbejdere,
        noegletal.sygedage

    from perioden

    inner join noegletal
        on perioden.vindue_nr = noegletal.vindue_nr

    inner join enheder
        on noegletal.enhed_id = enheder.enhed_id

    where enheder.niveau = $niveau and noegletal.sygedage is not null and not noegletal.er_nedlagt

    union all

    select
        udgivne_tal.gruppe_id as enhed_id,
        udgivne_tal.vindue_nr,
        any_value(udgivne_tal.navn) as enhedsnavn,
        any_value(udgivne_tal.medarbejdere)::double as gns_medarbejdere,
        any_value(udgivne_tal.sygedage)::double as sygedage

    from perioden

    inner join udgivne_tal
        on perioden.vindue_nr = udgivne_tal.vindue_nr

    where
        udgivne_tal.niveau = $niveau
        and udgivne_tal.sygedage is not null
        and udgivne_tal.medarbejdere > 0
        and coalesce(udgivne_tal.enhed_id, udgivne_tal.gruppe_id) not in (select noegletal.enhed_id from noegletal)

    group by udgivne_tal.gruppe_id, udgivne_tal.vindue_nr

)

select
    linjer.enhed_id,
    linjer.enhedsnavn,
    linjer.gns_medarbejdere,
    linjer.sygedage,
    forventet.forventet,
    forventet.nedre,
    forventet.oevre,
    forventet.nedre_yderst,
    forventet.oevre_yderst,
    forventet.tilstand,
    forventet.er_vedvarende,
    forventet.er_egen_maalestok

from linjer

left join forventet
    on linjer.enhed_id = forventet.enhed_id and linjer.vindue_nr = forventet.vindue_nr

order by linjer.enhedsnavn collate da
