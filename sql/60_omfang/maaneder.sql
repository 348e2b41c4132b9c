-- The months kept. Korn: maaned_nr.
select * from maal.maaneder
