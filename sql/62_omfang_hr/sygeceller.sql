-- The sick records behind a figure, month by month, for hr; never one's own. Korn: raekke_id, maaned_nr, fra.
select *

from maal.sygeceller

where not list_contains($selv::integer[], medarbejdernr)
