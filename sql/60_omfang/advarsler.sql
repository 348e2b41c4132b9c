-- What the build noticed, in counts of rows. Korn: advarsel.
select * from maal.advarsler
