-- What must be added to a node's sums for the employees who have moved in several of its places: each is one
-- employee, and her square is that of her sum. Two places at a time: (a + b)² is a² + b² + 2ab; of n places each is
-- in n - 1 pairs.
-- Enhed: as in bidrag_sted. Korn: par_nr, enhed_id. Midlertidig.
with

to_steder as (

    select
        det_ene.par_nr,
        det_ene.medarbejdernr,
        det_ene.sted_id,
        det_andet.sted_id as andet_sted_id,
        det_ene.aendring_ansat + det_andet.aendring_ansat as ansat,
        abs(det_ene.aendring_ansat) + abs(det_andet.aendring_ansat) as omsat,
        det_ene.aendring_e8::hugeint * det_andet.aendring_e8 as alt_alt,
        det_ene.aendring_e8::hugeint * det_andet.aendring_lang_e8
        + det_ene.aendring_lang_e8::hugeint * det_andet.aendring_e8 as alt_lang,
        det_ene.aendring_lang_e8::hugeint * det_andet.aendring_lang_e8 as lang_lang,
        det_ene.aendring_e8::hugeint * det_andet.aendring_ansat
        + det_ene.aendring_ansat::hugeint * det_andet.aendring_e8 as alt_ansat,
        det_ene.aendring_lang_e8::hugeint * det_andet.aendring_ansat
        + det_ene.aendring_ansat::hugeint * det_andet.aendring_lang_e8 as lang_ansat,
        det_ene.aendring_ansat::hugeint * det_andet.aendring_ansat as ansat_ansat

    from bidrag as det_ene

    inner join bidrag as det_andet
        on
            det_ene.par_nr = det_andet.par_nr
            and det_ene.medarbejdernr = det_andet.medarbejdernr
            and det_ene.sted_id < det_andet.sted_id

),

naboer as (

    select distinct
        sted_id,
        andet_sted_id

    from to_steder

),

stedernes_noder as (

    select
        sted_id,
        list(enhed_id) as enhed_id

    from signal_steder

    group by sted_id

),

samme_node as (     -- in lists, for the places of a large node are too many to be held against each other

    select
        naboer.sted_id,
        naboer.andet_sted_id,
        unnest(list_intersect(den_enes.enhed_id, den_andens.enhed_id)) as enhed_id

    from naboer

    inner join stedernes_noder as den_enes
        on naboer.sted_id = den_enes.sted_id

    inner join stedernes_noder as den_andens
        on naboer.andet_sted_id = den_andens.sted_id

),

produkter as (

    select
        to_steder.par_nr,
        samme_node.enhed_id,
        sum(2 * to_steder.alt_alt)::hugeint as alt_alt,
        sum(to_steder.alt_lang)::hugeint as alt_lang,
        sum(2 * to_steder.lang_lang)::hugeint as lang_lang,
        sum(to_steder.alt_ansat)::hugeint as alt_ansat,
        sum(to_steder.lang_ansat)::hugeint as lang_ansat,
        sum(2 * to_steder.ansat_ansat)::hugeint as ansat_ansat

    from to_steder

    inner join samme_node
        on to_steder.sted_id = samme_node.sted_id and to_steder.andet_sted_id = samme_node.andet_sted_id

    group by to_steder.par_nr, samme_node.enhed_id

),

medarbejderes_omsat as (       -- over the n places where she came or went; n * (n - 1) / 2 pairs

    select
        to_steder.par_nr,
        samme_node.enhed_id,
        (
            abs(sum(to_steder.ansat)::bigint) - sum(to_steder.omsat)::bigint
        ) // ((sqrt(1 + 8 * count(*)) - 1) / 2)::bigint as omsat

    from to_steder

    inner join samme_node
        on to_steder.sted_id = samme_node.sted_id and to_steder.andet_sted_id = samme_node.andet_sted_id

    where to_steder.ansat_ansat <> 0

    group by to_steder.par_nr, samme_node.enhed_id, to_steder.medarbejdernr

),

omsatte as (

    select
        par_nr,
        enhed_id,
        sum(omsat)::hugeint as omsat

    from medarbejderes_omsat

    group by par_nr, enhed_id

)

select
    produkter.*,
    coalesce(omsatte.omsat, 0)::hugeint as omsat

from produkter

left join omsatte
    on produkter.par_nr = omsatte.par_nr and produkter.enhed_id = omsatte.enhed_id
