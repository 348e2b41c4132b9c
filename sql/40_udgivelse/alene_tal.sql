-- What each child adds up to in a month or a quarter alone, and the known leaders' part of it. "Fælles" is the node
-- less its units. Enhed: days, dagsværk in hundred millionths (e8). Korn: barn_id, vindue_nr. Midlertidig.
with

node_tal as (

    select
        sygefravaer.enhed_id,
        sygefravaer.vindue_nr,
        sygefravaer.ansat_dage,
        sygefravaer.dagsvaerk_e8

    from sygefravaer

    inner join alene_vinduer
        on sygefravaer.vindue_nr = alene_vinduer.vindue_nr

),

enhedernes as (

    select
        boern.overordnet_id as enhed_id,
        node_tal.vindue_nr,
        sum(node_tal.ansat_dage) as ansat_dage,
        sum(node_tal.dagsvaerk_e8) as dagsvaerk_e8

    from boern

    inner join node_tal
        on boern.barn_id = node_tal.enhed_id

    where boern.opdeling = 'enheder'

    group by boern.overordnet_id, node_tal.vindue_nr

),

alle as (

    select
        enhed_id as barn_id,
        vindue_nr,
        ansat_dage,
        dagsvaerk_e8
    from node_tal

    union all

    select
        faelles_id(node_tal.enhed_id) as barn_id,
        node_tal.vindue_nr,
        node_tal.ansat_dage - coalesce(enhedernes.ansat_dage, 0) as ansat_dage,
        node_tal.dagsvaerk_e8 - coalesce(enhedernes.dagsvaerk_e8, 0) as dagsvaerk_e8
    from node_tal
    left join enhedernes
        on node_tal.enhed_id = enhedernes.enhed_id and node_tal.vindue_nr = enhedernes.vindue_nr

)

select
    boern.overordnet_id,
    alle.barn_id,
    boern.er_faelles,
    boern.har_egen_regel,
    alle.vindue_nr,
    alene_vinduer.aar,
    alene_vinduer.er_kvartal,
    alene_vinduer.dage,
    alle.ansat_dage::bigint as ansat_dage,
    alle.dagsvaerk_e8::bigint as dagsvaerk_e8,
    coalesce(alene_ledere.leder_dage, 0) as leder_dage,
    coalesce(alene_ledere.dagsvaerk_e8, 0) as leder_e8

from alle

inner join boern
    on alle.barn_id = boern.barn_id and boern.opdeling = 'enheder'

inner join alene_vinduer
    on alle.vindue_nr = alene_vinduer.vindue_nr

left join alene_ledere
    on alle.barn_id = alene_ledere.barn_id and alle.vindue_nr = alene_ledere.vindue_nr

where alle.ansat_dage > 0
