-- Far fewer employees than in the last build.
select
    bygning.antal_medarbejdere as antal_nu,
    forrige_bygning.antal_medarbejdere as antal_foer

from bygning

cross join forrige_bygning

where bygning.antal_medarbejdere < $mindste_af_forrige * forrige_bygning.antal_medarbejdere
