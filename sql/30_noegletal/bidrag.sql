-- What each employee has moved between two windows, place by place: in dagsværk, in long dagsværk, and in how much
-- of the window she was employed. Only who has moved is here. Added up they are the changes of a node.
-- Enhed: dagsværk in hundred millionths (e8); aendring_ansat is the share of a window times the days of both, in
-- hundred millionths. Korn: par_nr, sted_id, medarbejdernr. Midlertidig.
select
    vinduespar_kvartaler.par_nr,
    kvartalstal.sted_id,
    kvartalstal.medarbejdernr,
    sum(vinduespar_kvartaler.vaegt * kvartalstal.dagsvaerk_e8)::bigint as aendring_e8,
    sum(
        vinduespar_kvartaler.lang_straks_vaegt * kvartalstal.lang_straks_e8
        + vinduespar_kvartaler.lang_senere_vaegt * kvartalstal.lang_senere_e8
    )::bigint as aendring_lang_e8,
    sum(
        vinduespar_kvartaler.start_vaegt * kvartalstal.start_e8
        + vinduespar_kvartaler.dag_vaegt * kvartalstal.start_dag_e8
    )::bigint as aendring_ansat

from kvartalstal

inner join vinduespar_kvartaler
    on kvartalstal.kvartal_nr = vinduespar_kvartaler.kvartal_nr

where
    vinduespar_kvartaler.vaegt <> 0
    or kvartalstal.lang_straks_e8 <> kvartalstal.lang_senere_e8
    or kvartalstal.start_e8 <> 0
    or kvartalstal.start_dag_e8 <> 0

group by vinduespar_kvartaler.par_nr, kvartalstal.sted_id, kvartalstal.medarbejdernr
