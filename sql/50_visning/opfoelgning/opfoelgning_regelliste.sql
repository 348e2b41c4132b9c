-- The rules of the follow-up, and which are off for want of new data. Korn: regel.
select *

from opfoelgning_regler

order by nr
