-- A second header further down, with other columns than the first: two lists in one file.
-- Korn: fund, and the first is told.
select
    kildefiler.fil,
    min(karantaene.linje) as linje

from karantaene

inner join kildefiler
    on karantaene.fil_id = kildefiler.fil_id

where karantaene.grund = 'overskrifter midt i listen'

group by kildefiler.fil_id, kildefiler.fil

order by kildefiler.fil_id
