-- A fravær list that is there twice, but with rows of the same employee, art and start that differ: which is right?
-- Korn: fund, and the first is told.
select
    den_foerste.fil as foerste_fil,
    gentagelsen.fil,
    gentagne_lister.antal_ens,
    gentagne_lister.antal_uens

from gentagne_lister

inner join kildefiler as gentagelsen
    on gentagne_lister.fil_id = gentagelsen.fil_id

inner join kildefiler as den_foerste
    on gentagne_lister.foerste_fil_id = den_foerste.fil_id

where gentagne_lister.antal_uens > 0

order by gentagne_lister.fil_id
