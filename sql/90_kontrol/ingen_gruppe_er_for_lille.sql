select gruppe_id
from grupper_summeret
where ansat_dage < case deling when 'inde' then $mindst_inde else $mindst_ude end * dage
