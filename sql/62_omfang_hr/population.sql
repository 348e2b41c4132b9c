-- Who is counted and who is not, title by title. Korn: aarsag, titel.
select * from maal.population
