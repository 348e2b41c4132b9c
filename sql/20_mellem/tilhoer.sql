-- Which placements make up a node: its subtree, a group's subtrees counted once, or a personalegruppe.
-- Korn: enhed_id, placering_id.
select
    enhed_overordnede.overordnet_id as enhed_id,
    placeringer.placering_id

from placeringer

inner join enhed_overordnede
    on placeringer.enhedsnr = enhed_overordnede.enhed_id

union all

select
    enheder.enhed_id,
    placeringer.placering_id

from enheder

inner join placeringer
    on enheder.niveau = 'personalegruppe' and enheder.enhedsnavn = placeringer.personalegruppe
