-- Employees whose dagsværk OPUS's LPT169 states differently. Korn: én række.
select count(*) as antal

from lpt169_forskelle
