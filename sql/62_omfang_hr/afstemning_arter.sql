-- Dagsværk another's statistics do not count as sickness, of the whole kommune, for hr's bridges to other figures.
-- Korn: kilde, vindue_nr.
select * from maal.afstemning_arter
