-- The placements that make up each child of a node. Korn: barn_id, placering_id. Midlertidig.
select
    boern.barn_id,
    tilhoer.placering_id

from boern

inner join tilhoer
    on boern.barn_id = tilhoer.enhed_id

union all

select
    boern.barn_id,
    placeringer.placering_id

from boern

inner join placeringer
    on boern.er_faelles and boern.overordnet_id = placeringer.enhedsnr

union all

select
    barn_id,
    placering_id
from personalegruppe_placeringer
