-- Employees whose dagsværk OPUS's LPT169 states differently; never oneself. Korn: medarbejdernr.
select *

from maal.lpt169_forskelle

where not list_contains($selv::integer[], medarbejdernr)
