-- Who is counted and who is not, to the nearest ten, without titles. Korn: aarsag.
select
    aarsag,
    10 * round(sum(antal_medarbejdere) / 10)::integer as antal_medarbejdere,
    10 * round(sum(antal_paa_udtraeksdatoen) / 10)::integer as antal_paa_udtraeksdatoen

from maal.population

group by aarsag
