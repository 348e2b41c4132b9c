-- The employees whom others see by name, for they lead or have a role: in OPUS, in the delivery, or in the store.
-- Korn: medarbejdernr. Midlertidig.
select medarbejdernr
from maal.ledere

union

select medarbejdernr
from maal.adgang

where medarbejdernr is not null

union

select unnest($roller::integer[]) as medarbejdernr
