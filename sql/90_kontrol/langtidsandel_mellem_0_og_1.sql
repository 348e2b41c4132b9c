-- Long absence is a part of all absence.
select *
from noegletal
where langtidsandel < 0 or langtidsandel > 1
