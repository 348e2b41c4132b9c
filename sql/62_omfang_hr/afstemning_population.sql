-- Those left out of the population, kind by kind for the whole kommune, for hr's bridges to other figures.
-- Korn: vindue_nr, aarsag, linje.
select * from maal.afstemning_population
