-- Every name kept, of who has left too, for hr; never one's own. Korn: medarbejdernr.
select
    medarbejdernr,
    navn

from maal.navne

where not list_contains($selv::integer[], medarbejdernr)
