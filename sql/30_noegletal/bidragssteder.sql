-- The finest place any node is made of: a unit, or a unit and a personalegruppe where personalegrupper are nodes.
-- Korn: placering_id. Midlertidig.
select
    placering_id,
    enhedsnr,
    min(placering_id) over (
        partition by enhedsnr, case when $vis_personalegrupper then personalegruppe end
    ) as sted_id

from placeringer
