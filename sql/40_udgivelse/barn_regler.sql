-- What each child of a node is judged by when figures are published: for the proof of a release.
-- Enhed: gns. medarbejdere; dagsværk, all, long and of the two highest employees. Korn: barn_id, periode.
with

hoejeste as (

    select
        barn_id,
        vindue_nr,
        list_reverse_sort(list(dagsvaerk_e8))[1:2] as to_hoejeste_e8

    from barn_kendte

    group by barn_id, vindue_nr

)

select
    boern.overordnet_id,
    boern.barn_id,
    boern.navn,
    boern.niveau,
    boern.er_faelles,
    udgivelsesvinduer.periode,
    barn_tal.ansat_dage / udgivelsesvinduer.dage as gns_medarbejdere,
    dagsvaerk(barn_tal.dagsvaerk_e8)::double as dagsvaerk,
    dagsvaerk(barn_tal.dagsvaerk_lang_e8)::double as dagsvaerk_lang,
    coalesce(dagsvaerk(hoejeste.to_hoejeste_e8[1])::double, 0) as hoejeste_dagsvaerk,
    coalesce(dagsvaerk(hoejeste.to_hoejeste_e8[2])::double, 0) as naesthoejeste_dagsvaerk

from barn_tal

inner join boern
    on barn_tal.barn_id = boern.barn_id

inner join udgivelsesvinduer
    on barn_tal.vindue_nr = udgivelsesvinduer.vindue_nr

left join hoejeste
    on barn_tal.barn_id = hoejeste.barn_id and barn_tal.vindue_nr = hoejeste.vindue_nr

where boern.opdeling = 'enheder'
