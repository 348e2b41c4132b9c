-- OPUS's own LPT169 beside our dagsværk, in all. Enhed: dagsværk, employees. Korn: én række.
select * from lpt169_afstemning
