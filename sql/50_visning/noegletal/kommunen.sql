-- The node that is the whole kommune. Korn: én række.
select
    enhedsnr,
    enhedsnavn

from enheder

where er_kommunen(dybde, niveau_nr)
