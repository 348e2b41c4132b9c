-- Employed days and dagsværk of a node or group in each rolling quarter window: its places added up.
-- Enhed: as in sted_vinduer. Korn: enhed_id, vindue_nr. Midlertidig.
select
    signal_steder.enhed_id,
    sted_vinduer.vindue_nr,
    sum(sted_vinduer.ansat_e8)::bigint as ansat_e8,
    sum(sted_vinduer.dagsvaerk_e8)::bigint as dagsvaerk_e8,
    sum(sted_vinduer.dagsvaerk_lang_e8)::bigint as dagsvaerk_lang_e8

from signal_steder

inner join sted_vinduer
    on signal_steder.sted_id = sted_vinduer.sted_id

group by signal_steder.enhed_id, sted_vinduer.vindue_nr
