-- The build a scope is filled from, but for how much the delivery held. Korn: én række.
select * exclude (antal_medarbejdere, antal_fravaer)

from maal.bygning
