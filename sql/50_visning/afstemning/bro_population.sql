-- Those a source counts besides our population, of the whole kommune in a quarter's rolling window: kinds with a name
-- first, then the others. Enhed: dagsværk, gns. fuldtid. Korn: aarsag, linje.
select
    afstemning_population.aarsag,
    afstemning_population.linje,
    afstemning_population.antal_slags,
    afstemning_population.dagsvaerk,
    afstemning_population.gns_fuldtid

from afstemning_population

inner join kilde_medregner
    on afstemning_population.aarsag = kilde_medregner.aarsag and kilde_medregner.kilde = $kilde

inner join perioder
    on afstemning_population.vindue_nr = perioder.vindue_nr and perioder.periode = $periode

order by afstemning_population.aarsag, afstemning_population.linje nulls last
