-- The node that is the whole kommune. Korn: én række.
select
    enhedsnr,
    enhedsnavn

from enheder

where dybde = 0 and niveau_nr < 8
