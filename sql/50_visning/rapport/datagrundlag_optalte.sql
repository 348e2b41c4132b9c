-- Who is counted, rounded. Korn: aarsag.
select
    aarsag,
    antal_medarbejdere,
    antal_paa_udtraeksdatoen

from datagrundlag_population

order by antal_medarbejdere desc, aarsag asc
