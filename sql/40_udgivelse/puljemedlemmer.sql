-- Which children a pool is made of. Korn: gruppe_id, barn_id.
select distinct
    delingsmedlemmer.gruppe_id,
    delingsmedlemmer.barn_id

from delingsgrupper

inner join delingsmedlemmer
    on delingsgrupper.gruppe_id = delingsmedlemmer.gruppe_id

where delingsgrupper.er_pulje
