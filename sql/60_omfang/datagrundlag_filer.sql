-- The row account of each file read, without its name. Enhed: rækker. Korn: fil_id.
select
    kildefiler.fil_id,
    kildefiler.tabel,
    kildefiler.udtraeksdato,
    raekkeregnskab.antal_laest,
    raekkeregnskab.antal_accepteret,
    raekkeregnskab.antal_dublet,
    raekkeregnskab.antal_total,
    raekkeregnskab.antal_afvist

from maal.kildefiler

inner join maal.raekkeregnskab
    on kildefiler.fil_id = raekkeregnskab.fil_id
