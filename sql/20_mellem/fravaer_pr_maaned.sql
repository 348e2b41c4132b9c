-- Absence records in force by the month they start in.
-- Korn: maaned_nr. Midlertidig.
select
    maaned_nr(startdato) as maaned_nr,
    count(*) as antal

from fravaer_gaeldende

group by maaned_nr(startdato)
