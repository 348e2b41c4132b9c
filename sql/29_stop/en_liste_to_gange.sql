-- So many sick records overlap another of the same employee that a list must be there twice.
-- Korn: fund, and the first is told.
select
    count(*) filter (where er_overlap) as antal_overlap,
    count(*) as antal

from sygeposter

having
    count(*) filter (where er_overlap) >= $umulig_mindst
    and count(*) filter (where er_overlap) > $overlappende_andel * count(*)
