-- The placements that make up each personalegruppe of the kommune or of a named group, and of the rest of the kommune.
-- Korn: barn_id, placering_id. Midlertidig.
select
    personalegruppe_boern.barn_id,
    placeringer.placering_id

from personalegruppe_boern

inner join placeringer
    on personalegruppe_boern.navn = placeringer.personalegruppe

left join tilhoer
    on personalegruppe_boern.overordnet_id = tilhoer.enhed_id and placeringer.placering_id = tilhoer.placering_id

where (tilhoer.enhed_id is null) = personalegruppe_boern.er_udenfor
