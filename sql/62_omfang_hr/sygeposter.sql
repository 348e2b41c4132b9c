-- The sick records behind a figure, for hr; never one's own. Korn: raekke_id.
select *

from maal.sygeposter

where not list_contains($selv::integer[], medarbejdernr)
