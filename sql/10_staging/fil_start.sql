-- Where each file begins in the large tables, which many threads read in file order: a row's line follows from it.
-- Korn: fil_id. Midlertidig.
select
    fil_id,
    min(rowid) as foerste_rowid
from fravaer_laest
group by fil_id

union all

select
    fil_id,
    min(rowid) as foerste_rowid
from ansaettelse_laest
group by fil_id
