-- What the store keeps of the build: hr's alone. Korn: enhed_id, maaned_nr.
select *

from maal.aargang

where $er_hr
