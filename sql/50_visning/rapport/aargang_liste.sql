-- What the store keeps of the build: dagsværk of the months at the levels down to afdeling.
-- Enhed: dagsværk in hundred millionths (e8). Korn: enhed_id, maaned_nr.
select
    niveau,
    enhed_id,
    maaned_nr,
    dagsvaerk_e8

from aargang

order by enhed_id, maaned_nr
