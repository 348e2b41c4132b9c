-- The reconciliation, exact. Korn: én række.
select * from maal.afstemning
