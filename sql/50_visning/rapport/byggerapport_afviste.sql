-- Why rows were rejected, file by file. Korn: fil, grund.
select
    kildefiler.fil,
    karantaene.grund,
    count(*) as antal,
    min(karantaene.linje) as foerste_linje

from karantaene

inner join kildefiler
    on karantaene.fil_id = kildefiler.fil_id

group by kildefiler.fil_id, kildefiler.fil, karantaene.grund

order by kildefiler.fil_id asc, count(*) desc, karantaene.grund
