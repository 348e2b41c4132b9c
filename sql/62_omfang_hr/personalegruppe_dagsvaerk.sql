-- Dagsværk of each personalegruppe, for hr's løn under sygdom; no row unless it is switched on.
-- Korn: enhed_id, personalegruppe, vindue_nr.
select * from maal.personalegruppe_dagsvaerk
