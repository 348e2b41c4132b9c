-- Every row read ends in exactly one place.
select *
from raekkeregnskab
where antal_laest <> antal_accepteret + antal_dublet + antal_total + antal_afvist
