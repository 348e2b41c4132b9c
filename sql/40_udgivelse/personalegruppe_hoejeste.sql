-- The two highest in dagsværk of the few of a personalegruppe that are in a unit, and of the few that are not.
-- Enhed: dagsværk in hundred millionths (e8). Korn: er_inde, enhed_id, barn_id, vindue_nr. Midlertidig.
with

faa as (

    select
        true as er_inde,
        personalegruppe_kryds.enhed_id,
        personalegruppe_kryds.barn_id,
        personalegruppe_kryds.vindue_nr
    from personalegruppe_kryds
    inner join udgivelsesvinduer
        on personalegruppe_kryds.vindue_nr = udgivelsesvinduer.vindue_nr
    where personalegruppe_kryds.ansat_dage < $mindst_personalegruppe * udgivelsesvinduer.dage

    union all

    select
        false as er_inde,
        personalegruppe_kryds.enhed_id,
        personalegruppe_kryds.barn_id,
        personalegruppe_kryds.vindue_nr
    from personalegruppe_kryds
    inner join udgivelsesvinduer
        on personalegruppe_kryds.vindue_nr = udgivelsesvinduer.vindue_nr
    inner join barn_tal
        on
            personalegruppe_kryds.barn_id = barn_tal.barn_id
            and personalegruppe_kryds.vindue_nr = barn_tal.vindue_nr
    where
        barn_tal.ansat_dage - personalegruppe_kryds.ansat_dage < $mindst_personalegruppe * udgivelsesvinduer.dage

),

faa_placeringer as (

    select
        faa.*,
        personalegruppe_placeringer.placering_id

    from faa

    inner join personalegruppe_placeringer
        on faa.barn_id = personalegruppe_placeringer.barn_id

    left join barn_placeringer
        on
            faa.enhed_id = barn_placeringer.barn_id
            and personalegruppe_placeringer.placering_id = barn_placeringer.placering_id

    where (barn_placeringer.placering_id is not null) = faa.er_inde

),

personerne as (

    select
        faa_placeringer.er_inde,
        faa_placeringer.enhed_id,
        faa_placeringer.barn_id,
        faa_placeringer.vindue_nr,
        kvartalstal.medarbejdernr,
        sum(kvartalstal.dagsvaerk_e8)::bigint as dagsvaerk_e8

    from faa_placeringer

    inner join udgivelsesvinduer
        on faa_placeringer.vindue_nr = udgivelsesvinduer.vindue_nr

    inner join kvartalstal
        on
            faa_placeringer.placering_id = kvartalstal.sted_id
            and kvartalstal.kvartal_nr
            between udgivelsesvinduer.foerste_maaned // 3 and udgivelsesvinduer.sidste_maaned // 3

    group by
        faa_placeringer.er_inde,
        faa_placeringer.enhed_id,
        faa_placeringer.barn_id,
        faa_placeringer.vindue_nr,
        kvartalstal.medarbejdernr

)

select
    er_inde,
    enhed_id,
    barn_id,
    vindue_nr,
    list_reverse_sort(list(dagsvaerk_e8))[1:2] as hoejeste_e8

from personerne

group by er_inde, enhed_id, barn_id, vindue_nr
