-- What each employee was sick in each child that must be looked at, window by window.
-- Enhed: dagsværk in hundred millionths (e8). Korn: barn_id, vindue_nr, medarbejdernr. Midlertidig.
with

placerings_vinduer as (

    select
        barn_placeringer.barn_id,
        barn_placeringer.placering_id,
        udgivelsesvinduer.vindue_nr,
        udgivelsesvinduer.sidste_maaned,
        unnest(range(udgivelsesvinduer.foerste_maaned, udgivelsesvinduer.sidste_maaned + 1)) as maaned_nr

    from barn_placeringer

    inner join barn_uafklarede
        on barn_placeringer.barn_id = barn_uafklarede.barn_id

    inner join udgivelsesvinduer
        on barn_uafklarede.vindue_nr = udgivelsesvinduer.vindue_nr

)

select
    placerings_vinduer.barn_id,
    placerings_vinduer.vindue_nr,
    sygeceller.medarbejdernr,
    sum(sygeceller.dagsvaerk_e8)::bigint as dagsvaerk_e8,
    coalesce(
        sum(sygeceller.dagsvaerk_e8) filter (where sygeceller.lang_fra_maaned <= placerings_vinduer.sidste_maaned), 0
    ) > 0 as er_lang

from sygeceller

inner join placerings_vinduer
    on
        sygeceller.placering_id = placerings_vinduer.placering_id
        and sygeceller.maaned_nr = placerings_vinduer.maaned_nr

where sygeceller.kategori = 'population'

group by placerings_vinduer.barn_id, placerings_vinduer.vindue_nr, sygeceller.medarbejdernr
