-- What the judge knows of everybody. Enhed: days, dagsværk in hundred millionths (e8). Korn: del, maaned_nr, nummer.
select
    del,
    maaned_nr,
    nummer,
    dage,
    dagsvaerk_e8,
    naevner_e8

from dommer_celler

order by del, maaned_nr, nummer
