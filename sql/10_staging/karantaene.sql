-- The rejected rows with file, line and reason; to be shown to HR only. No name, no art, no CPR number.
-- Korn: fil_id, linje.
select
    fravaer_laest.fil_id,
    linje_i_fil(fravaer_laest.linje, fravaer_laest.rowid, fil_start.foerste_rowid, kildefiler.foerste_linje) as linje,
    fravaer_laest.grund,
    fravaer_laest.afvist_tekst

from fravaer_laest

inner join fil_start
    on fravaer_laest.fil_id = fil_start.fil_id

inner join kildefiler
    on fravaer_laest.fil_id = kildefiler.fil_id

where
    fravaer_laest.grund is not null
    and fravaer_laest.rowid not in (select fravaer_tilbagefoert.raekke_id from fravaer_tilbagefoert)

union all

select
    fil_id,
    linje,
    grund,
    afvist_tekst

from oevrige_laest

where grund is not null
