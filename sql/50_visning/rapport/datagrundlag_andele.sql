-- Where the dagsværk went, largest first. Enhed: shares from 0 to 1. Korn: hvor.
select
    hvor,
    andel

from datagrundlag_afstemning

where andel > 0

order by andel desc, hvor asc
