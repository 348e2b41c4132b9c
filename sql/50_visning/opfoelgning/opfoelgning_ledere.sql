-- How the leaders below follow up, all of them first, then by unit; all months first. Korn: enhed_id, maaned.
select *

from opfoelgning_pr_leder

order by enhed_id is not null, enhedsnavn collate da, enhedsnr, maaned nulls first
