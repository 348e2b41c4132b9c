-- Where each fravær file begins in fravaer_laest, so that a row's line can be told.
-- Korn: fil_id. Midlertidig.
select
    fil_id,
    min(rowid) as foerste_rowid

from fravaer_laest

group by fil_id
