-- The notices of a rule set that is tried. Korn: enhed_id, maaned, regel.
select *

from proevede_varsler

order by enhed_id is null, enhedsnavn collate da, enhedsnr, maaned, nr
