-- What each child of a node is in a quarter alone, for the proof of a release.
-- Enhed: gns. medarbejdere; dagsværk, all and of the two highest employees. Korn: barn_id, periode.
select *

from barn_kvartaler

order by periode, barn_id
