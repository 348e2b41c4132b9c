-- The reconciliation of the build, exact: what the records state is found again, each dagsværk in one place.
select *
from afstemning
where i_alt <> i_populationen + uden_for_populationen + uden_ansaettelse + efter_udtraek + foer_opbevaring
