-- What a source does not count as sickness, of the whole kommune in a quarter's rolling window.
-- Enhed: dagsværk. Korn: periode.
select
    perioder.periode,
    afstemning_arter.arter,
    afstemning_arter.dagsvaerk

from afstemning_arter

inner join perioder
    on afstemning_arter.vindue_nr = perioder.vindue_nr and perioder.periode = $periode

where afstemning_arter.kilde = $kilde
