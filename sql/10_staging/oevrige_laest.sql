-- The fate of every row outside the fravær files, in one shape.
-- Korn: række i fil. Midlertidig.
select
    fil_id,
    linje,
    totaltekst,
    grund,
    rowid in (select ansaettelse_dubletter.raekke_id from ansaettelse_dubletter) as er_dublet,
    afvist_tekst
from ansaettelse_laest

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
