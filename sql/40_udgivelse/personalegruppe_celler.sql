-- How many of each personalegruppe there are in each unit without units below it, and in each "fælles", and the named
-- groups it belongs to: for the proof that two breakdowns of one total do not tell of a few.
-- Enhed: gns. medarbejdere, naevner what rates are divided by; dagsværk, all and of the two highest employees.
-- Korn: barn_id, personalegruppe, periode.
with

blade as (

    select boern.barn_id

    from boern

    where
        boern.opdeling = 'enheder'
        and boern.barn_id not in (
            select under.overordnet_id
            from boern as under
            where under.opdeling = 'enheder' and under.overordnet_id is not null
        )

),

bladenes_placeringer as (

    select
        blade.barn_id,
        placeringer.personalegruppe,
        placeringer.placering_id,
        placeringer.enhedsnr

    from blade

    inner join barn_placeringer
        on blade.barn_id = barn_placeringer.barn_id

    inner join placeringer
        on barn_placeringer.placering_id = placeringer.placering_id

),

summer as (

    select
        bladenes_placeringer.barn_id,
        bladenes_placeringer.personalegruppe,
        udgivelsesvinduer.vindue_nr,
        any_value(udgivelsesvinduer.periode) as periode,
        any_value(bladenes_placeringer.enhedsnr) as enhedsnr,
        sum(placering_vinduer.ansat_dage) / any_value(udgivelsesvinduer.dage) as gns_medarbejdere,
        som_nytal($nytal, sum(placering_vinduer.ansat_dage), sum(placering_vinduer.fuldtid_dage_e8) / 100000000)
        / any_value(udgivelsesvinduer.dage) as naevner,
        sum(placering_vinduer.dagsvaerk_e8)::bigint as dagsvaerk_e8

    from bladenes_placeringer

    inner join placering_vinduer
        on bladenes_placeringer.placering_id = placering_vinduer.placering_id

    inner join udgivelsesvinduer
        on placering_vinduer.vindue_nr = udgivelsesvinduer.vindue_nr

    where placering_vinduer.ansat_dage > 0

    group by bladenes_placeringer.barn_id, bladenes_placeringer.personalegruppe, udgivelsesvinduer.vindue_nr

),

personerne as (

    select
        bladenes_placeringer.barn_id,
        bladenes_placeringer.personalegruppe,
        udgivelsesvinduer.vindue_nr,
        sum(kvartalstal.dagsvaerk_e8)::bigint as dagsvaerk_e8

    from bladenes_placeringer

    inner join kvartalstal
        on bladenes_placeringer.placering_id = kvartalstal.sted_id

    inner join udgivelsesvinduer
        on
            udgivelsesvinduer.er_blandt_tre
            and kvartalstal.kvartal_nr
            between udgivelsesvinduer.foerste_maaned // 3 and udgivelsesvinduer.sidste_maaned // 3

    group by
        bladenes_placeringer.barn_id,
        bladenes_placeringer.personalegruppe,
        udgivelsesvinduer.vindue_nr,
        kvartalstal.medarbejdernr

),

hoejeste as (

    select
        barn_id,
        personalegruppe,
        vindue_nr,
        list_reverse_sort(list(dagsvaerk_e8))[1:2] as to_hoejeste_e8

    from personerne

    group by barn_id, personalegruppe, vindue_nr

),

navngivne as (

    select
        enhed_overordnede.enhed_id,
        list(enheder.enhedsnavn order by enheder.enhedsnavn) as grupper

    from enhed_overordnede

    inner join enheder
        on enhed_overordnede.overordnet_id = enheder.enhed_id and enheder.niveau = 'gruppe'

    group by enhed_overordnede.enhed_id

)

select
    summer.barn_id,
    summer.personalegruppe,
    summer.periode,
    coalesce(navngivne.grupper, []::varchar[]) as grupper,
    summer.gns_medarbejdere,
    summer.naevner,
    dagsvaerk(summer.dagsvaerk_e8)::double as dagsvaerk,
    coalesce(dagsvaerk(hoejeste.to_hoejeste_e8[1])::double, 0) as hoejeste_dagsvaerk,
    coalesce(dagsvaerk(hoejeste.to_hoejeste_e8[2])::double, 0) as naesthoejeste_dagsvaerk

from summer

left join hoejeste
    on
        summer.barn_id = hoejeste.barn_id
        and summer.personalegruppe = hoejeste.personalegruppe
        and summer.vindue_nr = hoejeste.vindue_nr

left join navngivne
    on summer.enhedsnr = navngivne.enhed_id
