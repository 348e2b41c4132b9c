-- What the known leaders were sick, child by child. Enhed: dagsværk in hundred millionths (e8).
-- Korn: barn_id, maaned_nr. Midlertidig.
select
    barn_placeringer.barn_id,
    sygeceller.maaned_nr,
    sum(sygeceller.dagsvaerk_e8)::bigint as dagsvaerk_e8

from sygeceller

inner join synlige_ledere
    on sygeceller.medarbejdernr = synlige_ledere.medarbejdernr

inner join barn_placeringer
    on sygeceller.placering_id = barn_placeringer.placering_id

where sygeceller.kategori = 'population'

group by barn_placeringer.barn_id, sygeceller.maaned_nr
