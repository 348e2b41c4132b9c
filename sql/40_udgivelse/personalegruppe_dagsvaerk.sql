-- What løn under sygdom is computed from, for hr: the dagsværk of each personalegruppe of the kommune and of each named
-- group, and of its two highest employees, which say whether it can stand for itself. No row unless $kroner.
-- Enhed: days, dagsværk in hundred millionths (e8). Korn: enhed_id, personalegruppe, vindue_nr.
with

egne as (

    select
        personalegruppe_boern.overordnet_id as enhed_id,
        personalegruppe_boern.navn as personalegruppe,
        personalegruppe_placeringer.placering_id

    from personalegruppe_boern

    inner join personalegruppe_placeringer
        on personalegruppe_boern.barn_id = personalegruppe_placeringer.barn_id

    where $kroner and not personalegruppe_boern.er_udenfor

),

ansatte as (

    select
        egne.enhed_id,
        egne.personalegruppe,
        udgivelsesvinduer.vindue_nr,
        sum(ansatte_maaneder.ansat_dage)::bigint as ansat_dage

    from egne

    inner join ansatte_maaneder
        on egne.placering_id = ansatte_maaneder.placering_id

    inner join udgivelsesvinduer
        on
            ansatte_maaneder.maaned_nr
            between udgivelsesvinduer.foerste_maaned and udgivelsesvinduer.sidste_maaned

    group by egne.enhed_id, egne.personalegruppe, udgivelsesvinduer.vindue_nr

    having sum(ansatte_maaneder.ansat_dage) > 0

),

personerne as (

    select
        egne.enhed_id,
        egne.personalegruppe,
        udgivelsesvinduer.vindue_nr,
        sum(kvartalstal.dagsvaerk_e8)::bigint as dagsvaerk_e8

    from egne

    inner join kvartalstal
        on egne.placering_id = kvartalstal.sted_id

    inner join udgivelsesvinduer
        on
            kvartalstal.kvartal_nr
            between udgivelsesvinduer.foerste_maaned // 3 and udgivelsesvinduer.sidste_maaned // 3

    group by egne.enhed_id, egne.personalegruppe, udgivelsesvinduer.vindue_nr, kvartalstal.medarbejdernr

),

syge as (

    select
        enhed_id,
        personalegruppe,
        vindue_nr,
        sum(dagsvaerk_e8)::bigint as dagsvaerk_e8,
        list_reverse_sort(list(dagsvaerk_e8))[1:2] as to_hoejeste_e8

    from personerne

    group by enhed_id, personalegruppe, vindue_nr

)

select
    ansatte.enhed_id,
    ansatte.personalegruppe,
    ansatte.vindue_nr,
    ansatte.ansat_dage,
    coalesce(syge.dagsvaerk_e8, 0) as dagsvaerk_e8,
    coalesce(syge.to_hoejeste_e8[1], 0) as hoejeste_e8,
    coalesce(syge.to_hoejeste_e8[2], 0) as naesthoejeste_e8

from ansatte

left join syge
    on
        ansatte.enhed_id = syge.enhed_id
        and ansatte.personalegruppe = syge.personalegruppe
        and ansatte.vindue_nr = syge.vindue_nr
