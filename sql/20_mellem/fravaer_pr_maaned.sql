-- Absence records in force by the month they start in, which the next build is held against.
-- Korn: maaned_nr.
select
    maaned_nr(startdato) as maaned_nr,
    count(*) as antal

from fravaer_gaeldende

group by maaned_nr(startdato)
