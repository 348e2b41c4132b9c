-- OPUS's own LPT169 beside our dagsværk in all, for hr. Korn: én række.
select * from maal.lpt169_afstemning
