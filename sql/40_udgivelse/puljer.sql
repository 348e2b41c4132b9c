-- The pool each unit too small to be shown by itself stands in, within a scope and for everybody.
-- Korn: deling, enhed_id.
select
    delingsgrupper.deling,
    delingsmedlemmer.barn_id as enhed_id,
    any_value(delingsgrupper.navn) as navn

from delingsgrupper

inner join delingsmedlemmer
    on delingsgrupper.gruppe_id = delingsmedlemmer.gruppe_id

where delingsgrupper.er_pulje and delingsgrupper.opdeling = 'enheder'

group by delingsgrupper.deling, delingsmedlemmer.barn_id
