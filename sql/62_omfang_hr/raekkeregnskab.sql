-- The row account of every file. Korn: fil_id.
select * from maal.raekkeregnskab
