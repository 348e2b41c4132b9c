-- What is to be expected of the nodes and groups a user sees, the limits of chance, and where the level lies: of the
-- nodes seen in full; rounded for a chef of the groups of some size, and of the published groups. That a level lasts is
-- told of quarters alone, and so only where these are shown: to a chef of the nodes she sees month by month, to others
-- of områder and afdelinger.
-- Enhed: sygedage pr. medarbejder (or årsværk). Korn: enhed_id, vindue_nr.
with

kvartaler_set as (  -- how many of the last quarters alone a chef is shown of a node

    select
        chef_maaneder.enhed_id,
        nu.vindue_nr,
        count(*) as antal

    from chef_maaneder

    inner join maal.perioder as alene
        on
            chef_maaneder.vindue_nr = alene.vindue_nr
            and alene.periodetype = 'kvartal'
            and alene.vindue = 'alene'

    cross join maal.bygning

    inner join maal.perioder as nu
        on
            nu.periodetype = 'kvartal'
            and nu.vindue = 'rullende'
            and alene.sidste_maaned <= nu.sidste_maaned
            and alene.sidste_maaned > nu.sidste_maaned - 3 * bygning.forventet_kvartaler

    group by chef_maaneder.enhed_id, nu.vindue_nr

),

chefens as (

    select
        chef_grupper.gruppe_id as enhed_id,
        chef_grupper.vindue_nr,
        coalesce(kvartaler_set.antal = bygning.forventet_kvartaler, false) as ser_kvartaler

    from chef_grupper

    inner join noegletal
        on chef_grupper.gruppe_id = noegletal.enhed_id and chef_grupper.vindue_nr = noegletal.vindue_nr

    cross join maal.bygning

    left join kvartaler_set
        on chef_grupper.gruppe_id = kvartaler_set.enhed_id and chef_grupper.vindue_nr = kvartaler_set.vindue_nr

    where noegletal.gns_medarbejdere >= bygning.mindste_gruppe

),

de_udgivne as (

    select
        gruppe_id as enhed_id,
        vindue_nr,
        coalesce(bool_and(niveau in ('område', 'afdeling')), false) as ser_kvartaler

    from udgivne_tal

    where
        sygedage is not null
        and opdeling <> 'personalegrupper'
        and gruppe_id not in (select noegletal.enhed_id from noegletal)

    group by gruppe_id, vindue_nr

),

afrundede as (

    select *
    from chefens

    union all

    select *
    from de_udgivne

)

select
    forventet.* replace (
        niveaudom(forventet.tilstand, forventet.er_vedvarende) as tilstand
    )
from maal.forventet
where forventet.enhed_id in (select egne_enheder.enhed_id from egne_enheder)

union all

select
    forventet.* replace (
        round(forventet.forventet, 1) as forventet,
        round(forventet.nedre, 1) as nedre,
        round(forventet.oevre, 1) as oevre,
        round(forventet.nedre_yderst, 1) as nedre_yderst,
        round(forventet.oevre_yderst, 1) as oevre_yderst,
        niveaudom(forventet.tilstand, forventet.er_vedvarende and afrundede.ser_kvartaler) as tilstand,
        forventet.er_vedvarende and afrundede.ser_kvartaler as er_vedvarende
    )
from maal.forventet
inner join afrundede
    on forventet.enhed_id = afrundede.enhed_id and forventet.vindue_nr = afrundede.vindue_nr
