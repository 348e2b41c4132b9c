-- Fraværsarter the list does not know, with the rows that carry them. Guessing would change the figures silently.
-- Korn: art. Midlertidig.
select
    coalesce(fravaer_laest.art, '(tom)') as art,
    count(*) as antal_raekker

from fravaer_laest

left join fravaersarter
    on fravaer_laest.art = fravaersarter.kode

where
    fravaer_laest.grund is null
    and fravaer_laest.totaltekst is null
    and fravaersarter.kode is null

group by fravaer_laest.art
