-- Fravær files most of whose "Periode" line cannot be true: too many rows lie wholly outside it.
-- Korn: fund, and the first is told.
select
    kildefiler.fil,
    strftime(kildefiler.periode_fra, '%d.%m.%Y') as periode_fra,
    strftime(kildefiler.periode_til, '%d.%m.%Y') as periode_til,
    raekker_uden_for_periode.antal_uden_for,
    raekkeregnskab.antal_laest as antal

from raekker_uden_for_periode

inner join kildefiler
    on raekker_uden_for_periode.fil_id = kildefiler.fil_id

inner join raekkeregnskab
    on raekker_uden_for_periode.fil_id = raekkeregnskab.fil_id

where
    raekker_uden_for_periode.antal_uden_for >= $umulig_mindst
    and raekker_uden_for_periode.antal_uden_for > $uden_for_periode_andel * raekkeregnskab.antal_laest

order by kildefiler.fil_id
