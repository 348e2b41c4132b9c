-- The employees a chef may see by name, for they lead or have a role: her own leaders count as known to her.
-- Korn: medarbejdernr. Midlertidig.
select medarbejdernr
from ledere

union

select medarbejdernr
from adgang

where medarbejdernr is not null
