-- Employees whose dagsværk OPUS's LPT169 states differently. Enhed: dagsværk. Korn: medarbejdernr.
select
    nummer(medarbejdernr) as medarbejdernr,
    dagsvaerk_lpt169,
    dagsvaerk,
    dagsvaerk - dagsvaerk_lpt169 as forskel

from lpt169_forskelle

order by medarbejdernr
