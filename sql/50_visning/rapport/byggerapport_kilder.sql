-- The account of every file, for the build's report. Korn: fil_id.
select
    kildefiler.fil,
    kildefiler.tabel,
    kildefiler.form,
    kildefiler.udtraeksdato,
    kildefiler.periode_fra,
    kildefiler.periode_til,
    kildefiler.noter,
    raekkeregnskab.antal_laest,
    raekkeregnskab.antal_accepteret,
    raekkeregnskab.antal_dublet,
    raekkeregnskab.antal_total,
    raekkeregnskab.antal_afvist

from kildefiler

inner join raekkeregnskab
    on kildefiler.fil_id = raekkeregnskab.fil_id

order by kildefiler.fil_id
