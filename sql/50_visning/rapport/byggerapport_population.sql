-- Who is counted and who is not. Korn: aarsag, titel.
select
    aarsag,
    titel,
    antal_medarbejdere,
    antal_paa_udtraeksdatoen

from population

order by
    (aarsag = 'i populationen') desc,
    aarsag,
    antal_medarbejdere desc,
    titel asc
