-- How many of each personalegruppe there are in each unit without units below it, and in each "fælles".
-- Enhed: gns. medarbejdere, dagsværk. Korn: barn_id, personalegruppe, periode.
select *

from personalegruppe_celler

order by periode, barn_id, personalegruppe
