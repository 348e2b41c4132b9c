-- Dagsværk of the population per placement and month, split by how many months later its sygeforløb becomes long.
-- Whether a sygeforløb is long depends on the window's end but flips only once, and within two months of any cell.
-- Enhed: dagsværk in hundred millionths (e8); forsinkelse in months, null for never long.
-- Korn: placering_id, maaned_nr, forsinkelse. Midlertidig.
select
    placering_id,
    maaned_nr,
    case when lang_fra_maaned is not null then greatest(lang_fra_maaned - maaned_nr, 0) end as forsinkelse,
    sum(dagsvaerk_e8)::bigint as dagsvaerk_e8

from sygeceller

where kategori = 'population'

group by
    placering_id,
    maaned_nr,
    case when lang_fra_maaned is not null then greatest(lang_fra_maaned - maaned_nr, 0) end
