select gruppe_id
from grupper_summeret
where ansat_dage < case deling when 'inde' then 5 else 10 end * dage
