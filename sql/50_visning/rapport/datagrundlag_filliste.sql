-- The row account, table by table. Enhed: rækker. Korn: fil_id.
select
    tabel,
    udtraeksdato,
    antal_laest,
    antal_accepteret,
    antal_dublet,
    antal_total,
    antal_afvist

from datagrundlag_filer

order by fil_id
