-- Which placements make up a node. Korn: enhed_id, placering_id.
select * from maal.tilhoer
