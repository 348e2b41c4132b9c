-- What a child adds up to in each window shown of it. "Fælles" is the node less its units.
-- Enhed: days, dagsværk in hundred millionths (e8), antal medarbejdere. Korn: barn_id, vindue_nr. Midlertidig.
with

node_tal as (

    select
        sygefravaer.enhed_id,
        sygefravaer.vindue_nr,
        sygefravaer.ansat_dage,
        sygefravaer.fuldtid_dage_e8,
        sygefravaer.dagsvaerk_e8,
        sygefravaer.dagsvaerk_lang_e8,
        coalesce(langtidsfriske.antal_ansatte, 0) as antal_ansatte,
        case when udgivelsesvinduer.har_langtidsfriske then coalesce(langtidsfriske.antal_grundlag, 0) else 0 end
            as antal_grundlag,
        case when udgivelsesvinduer.har_langtidsfriske then coalesce(langtidsfriske.antal_langtidsfriske, 0) else 0 end
            as antal_langtidsfriske

    from sygefravaer

    inner join udgivelsesvinduer
        on sygefravaer.vindue_nr = udgivelsesvinduer.vindue_nr

    left join langtidsfriske
        on
            sygefravaer.enhed_id = langtidsfriske.enhed_id
            and udgivelsesvinduer.sidste_maaned = langtidsfriske.maaned_nr

),

enhedernes as (

    select
        boern.overordnet_id as enhed_id,
        node_tal.vindue_nr,
        sum(node_tal.ansat_dage) as ansat_dage,
        sum(node_tal.fuldtid_dage_e8) as fuldtid_dage_e8,
        sum(node_tal.dagsvaerk_e8) as dagsvaerk_e8,
        sum(node_tal.dagsvaerk_lang_e8) as dagsvaerk_lang_e8,
        sum(node_tal.antal_ansatte) as antal_ansatte,
        sum(node_tal.antal_grundlag) as antal_grundlag,
        sum(node_tal.antal_langtidsfriske) as antal_langtidsfriske

    from boern

    inner join node_tal
        on boern.barn_id = node_tal.enhed_id

    where boern.opdeling = 'enheder'

    group by boern.overordnet_id, node_tal.vindue_nr

),

personalegruppernes as (

    select
        personalegruppe_placeringer.barn_id,
        placering_vinduer.vindue_nr,
        sum(placering_vinduer.ansat_dage) as ansat_dage,
        sum(placering_vinduer.fuldtid_dage_e8) as fuldtid_dage_e8,
        sum(placering_vinduer.dagsvaerk_e8) as dagsvaerk_e8,
        sum(placering_vinduer.dagsvaerk_lang_e8) as dagsvaerk_lang_e8,
        sum(placering_vinduer.antal_ansatte) as antal_ansatte,
        0 as antal_grundlag,
        0 as antal_langtidsfriske

    from personalegruppe_placeringer

    inner join placering_vinduer
        on personalegruppe_placeringer.placering_id = placering_vinduer.placering_id

    group by personalegruppe_placeringer.barn_id, placering_vinduer.vindue_nr

),

alle as (

    select * from personalegruppernes

    union all

    select
        enhed_id as barn_id,
        vindue_nr,
        ansat_dage,
        fuldtid_dage_e8,
        dagsvaerk_e8,
        dagsvaerk_lang_e8,
        antal_ansatte,
        antal_grundlag,
        antal_langtidsfriske
    from node_tal

    union all

    select
        faelles_id(node_tal.enhed_id) as barn_id,
        node_tal.vindue_nr,
        node_tal.ansat_dage - coalesce(enhedernes.ansat_dage, 0) as ansat_dage,
        node_tal.fuldtid_dage_e8 - coalesce(enhedernes.fuldtid_dage_e8, 0) as fuldtid_dage_e8,
        node_tal.dagsvaerk_e8 - coalesce(enhedernes.dagsvaerk_e8, 0) as dagsvaerk_e8,
        node_tal.dagsvaerk_lang_e8 - coalesce(enhedernes.dagsvaerk_lang_e8, 0) as dagsvaerk_lang_e8,
        node_tal.antal_ansatte - coalesce(enhedernes.antal_ansatte, 0) as antal_ansatte,
        node_tal.antal_grundlag - coalesce(enhedernes.antal_grundlag, 0) as antal_grundlag,
        node_tal.antal_langtidsfriske - coalesce(enhedernes.antal_langtidsfriske, 0) as antal_langtidsfriske
    from node_tal
    left join enhedernes
        on node_tal.enhed_id = enhedernes.enhed_id and node_tal.vindue_nr = enhedernes.vindue_nr

)

select
    alle.barn_id,
    alle.vindue_nr,
    alle.ansat_dage::bigint as ansat_dage,
    alle.fuldtid_dage_e8::bigint as fuldtid_dage_e8,
    alle.dagsvaerk_e8::bigint as dagsvaerk_e8,
    alle.dagsvaerk_lang_e8::bigint as dagsvaerk_lang_e8,
    alle.antal_ansatte::bigint as antal_ansatte,
    alle.antal_grundlag::bigint as antal_grundlag,
    alle.antal_langtidsfriske::bigint as antal_langtidsfriske

from alle

inner join boern
    on alle.barn_id = boern.barn_id

inner join udgivelsesvinduer
    on alle.vindue_nr = udgivelsesvinduer.vindue_nr

where alle.ansat_dage > 0 and (boern.alle_vinduer or udgivelsesvinduer.er_blandt_tre)
