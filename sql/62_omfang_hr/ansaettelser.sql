-- Who was employed where, for hr's explanation of a figure; never oneself. Korn: medarbejdernr, fra.
select *

from maal.ansaettelser

where not list_contains($selv::integer[], medarbejdernr)
