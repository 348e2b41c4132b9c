-- Which children a pool is made of. Korn: gruppe_id, barn_id.
select * from maal.puljemedlemmer
