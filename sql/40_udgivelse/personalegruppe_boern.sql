-- The personalegrupper of the kommune and of each named group. er_udenfor: those of the same personalegruppe in the
-- rest of the kommune, which are never shown, but which the two breakdowns together would tell of.
-- Korn: barn_id. Midlertidig.
with

overordnede as (

    select
        enhed_id,
        niveau = 'gruppe' as er_gruppe
    from enheder
    where er_kommunen(dybde, niveau_nr) or niveau = 'gruppe'

),

inde_og_ude as (

    select distinct
        overordnede.enhed_id as overordnet_id,
        placeringer.personalegruppe as navn,
        tilhoer.enhed_id is null as er_udenfor

    from overordnede

    cross join placeringer

    left join tilhoer
        on overordnede.enhed_id = tilhoer.enhed_id and placeringer.placering_id = tilhoer.placering_id

    where tilhoer.enhed_id is not null or overordnede.er_gruppe

)

select
    -200000000::bigint - row_number() over (order by overordnet_id, er_udenfor, navn) as barn_id,
    overordnet_id,
    navn,
    er_udenfor

from inde_og_ude
