-- The nodes a user sees in full. Korn: enhed_id.
select enhed_id

from egne_enheder

order by enhed_id
