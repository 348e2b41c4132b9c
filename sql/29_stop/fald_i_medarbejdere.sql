-- Under half of the last build's employees.
select
    bygning.antal_medarbejdere as antal_nu,
    forrige_bygning.antal_medarbejdere as antal_foer

from bygning

cross join forrige_bygning

where bygning.antal_medarbejdere < $mindste_af_forrige * forrige_bygning.antal_medarbejdere
