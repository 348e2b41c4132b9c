-- How good the absence of the delivery is: hr's alone. Korn: én række.
select *

from maal.kvalitet

where $er_hr
