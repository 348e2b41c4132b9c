-- The fate of every row outside the fravær files, in one shape.
-- Korn: fil_id, linje (række i fil). Midlertidig.
select
    ansaettelse_laest.fil_id,
    linje_i_fil(ansaettelse_laest.linje, ansaettelse_laest.rowid, fil_start.foerste_rowid, kildefiler.foerste_linje)
        as linje,
    ansaettelse_laest.totaltekst,
    ansaettelse_laest.grund,
    ansaettelse_laest.rowid in (select ansaettelse_dubletter.raekke_id from ansaettelse_dubletter) as er_dublet,
    ansaettelse_laest.afvist_tekst
from ansaettelse_laest
inner join fil_start
    on ansaettelse_laest.fil_id = fil_start.fil_id
inner join kildefiler
    on ansaettelse_laest.fil_id = kildefiler.fil_id
where ansaettelse_laest.totaltekst is distinct from 'tom linje'

union all

select
    fil_id,
    linje,
    null as totaltekst,
    grund,
    er_dublet,
    afvist_tekst
from personale_laest

union all

select
    fil_id,
    linje,
    totaltekst,
    grund,
    er_dublet,
    afvist_tekst
from organisation_laest

union all

select
    fil_id,
    linje,
    totaltekst,
    grund,
    er_dublet,
    afvist_tekst
from maaltal_laest

union all

select
    fil_id,
    linje,
    totaltekst,
    grund,
    er_dublet,
    afvist_tekst
from enhedsskift_laest

union all

select
    fil_id,
    linje,
    totaltekst,
    grund,
    er_dublet,
    afvist_tekst
from adgang_laest

union all

select
    fil_id,
    linje,
    totaltekst,
    grund,
    er_dublet,
    afvist_tekst
from lpt169_laest
