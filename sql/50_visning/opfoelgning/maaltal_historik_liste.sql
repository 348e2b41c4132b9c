-- What was proposed and decided of måltal, newest first.
-- Enhed: tenths of sygedage pr. medarbejder. Korn: beslutning_id.
select *

from maaltal_historik

order by beslutning_id desc
