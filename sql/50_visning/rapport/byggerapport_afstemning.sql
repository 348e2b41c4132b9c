-- The reconciliation. Enhed: dagsværk. Korn: én række.
select
    antal_poster,
    i_alt,
    i_populationen,
    uden_for_populationen,
    uden_ansaettelse,
    efter_udtraek,
    foer_opbevaring

from afstemning
