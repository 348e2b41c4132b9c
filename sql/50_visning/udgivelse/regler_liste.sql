-- What each child of a node is judged by when figures are published. Enhed: gns. medarbejdere, dagsværk.
-- Korn: barn_id, periode.
select *

from barn_regler

order by periode, barn_id
