-- The months there are figures of, and how long they are. Korn: maaned_nr.
select
    maaned_nr,
    dage

from dommer_maaneder

order by maaned_nr
