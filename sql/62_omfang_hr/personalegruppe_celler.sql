-- How many of each personalegruppe there are in each unit without units below it.
-- Korn: barn_id, personalegruppe, periode.
select * from maal.personalegruppe_celler
