-- How the dates and numbers of each file are written, as judged from the whole column. Korn: fil_id, kolonne.
select
    kildefiler.fil,
    kolonneformer.kolonne,
    kolonneformer.beskrivelse

from kolonneformer

inner join kildefiler
    on kolonneformer.fil_id = kildefiler.fil_id

order by kildefiler.fil_id, kolonneformer.rowid
