-- Far fewer employees than in the last build.
-- Korn: fund, and the first is told.
select
    bygning.antal_medarbejdere as antal_nu,
    forrige_bygning.antal_medarbejdere as antal_foer

from bygning

cross join forrige_bygning

where bygning.antal_medarbejdere < $mindste_af_forrige * forrige_bygning.antal_medarbejdere
