select gruppe_id
from grupper_summeret
where
    ansat_dage < dage * case
        when deling = 'inde' then $mindst_inde
        when opdeling = 'personalegrupper' then $mindst_personalegruppe
        else $mindst_ude
    end
