-- The managers whom chefs above them see by name; never oneself. Korn: medarbejdernr.
select medarbejdernr

from maal.ledere

where not list_contains($selv::integer[], medarbejdernr)
