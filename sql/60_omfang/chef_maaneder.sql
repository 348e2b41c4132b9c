-- The nodes a chef sees months, and quarters alone, of: never under the limit, and a node's units only when all of
-- them, and those placed on the node itself, reach it, for one could be worked out from the rest.
-- Korn: enhed_id, vindue_nr. Midlertidig.
with recursive

tal as (

    select
        noegletal.enhed_id,
        noegletal.vindue_nr,
        noegletal.gns_medarbejdere,
        enheder.overordnet_id

    from maal.noegletal

    inner join maal.enheder
        on noegletal.enhed_id = enheder.enhed_id

    inner join maal.perioder
        on noegletal.vindue_nr = perioder.vindue_nr

    where perioder.periodetype = 'maaned' or perioder.vindue = 'alene'

),

delelige as (       -- the nodes whose units may all be shown in a window

    select
        node.enhed_id,
        node.vindue_nr

    from tal as node

    inner join tal as under
        on node.enhed_id = under.overordnet_id and node.vindue_nr = under.vindue_nr

    where
        node.enhed_id not in (
            select gruppetal.overordnet_id
            from maal.gruppetal
            where gruppetal.er_pulje and gruppetal.overordnet_id is not null
        )

    group by node.enhed_id, node.vindue_nr, node.gns_medarbejdere

    having
        min(under.gns_medarbejdere) >= $mindste_maaned
        and (
            node.gns_medarbejdere - sum(under.gns_medarbejdere) < 0.001
            or node.gns_medarbejdere - sum(under.gns_medarbejdere) >= $mindste_maaned
        )

),

viste as (

    select
        tal.enhed_id,
        tal.vindue_nr

    from tal

    where
        tal.gns_medarbejdere >= $mindste_maaned
        and list_contains($chef_noder::bigint[], tal.enhed_id)
        and tal.enhed_id in (select chef_grupper.gruppe_id from chef_grupper)

    union

    select
        tal.enhed_id,
        tal.vindue_nr

    from viste

    inner join delelige
        on viste.enhed_id = delelige.enhed_id and viste.vindue_nr = delelige.vindue_nr

    inner join tal
        on viste.enhed_id = tal.overordnet_id and viste.vindue_nr = tal.vindue_nr

    where tal.enhed_id in (select chef_grupper.gruppe_id from chef_grupper)

)

select
    enhed_id,
    vindue_nr

from viste

where enhed_id not in (select egne_enheder.enhed_id from egne_enheder)
