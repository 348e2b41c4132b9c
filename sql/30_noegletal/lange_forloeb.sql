-- Who had long absence in either window of a pair, place by place, judged by each window's own end. Near windows only.
-- Enhed: dagsværk in hundred millionths (e8). Korn: par_nr, sted_id, medarbejdernr. Midlertidig.
select
    vinduespar.par_nr,
    kvartalstal.sted_id,
    kvartalstal.medarbejdernr,
    sum(
        case
            when kvartalstal.kvartal_nr = vinduespar.foer_kvartal_nr then kvartalstal.lang_straks_e8
            when kvartalstal.kvartal_nr < vinduespar.foer_kvartal_nr then kvartalstal.lang_senere_e8
            else 0
        end
    )::bigint as foer_e8,
    sum(
        case
            when kvartalstal.kvartal_nr = vinduespar.nu_kvartal_nr then kvartalstal.lang_straks_e8
            when kvartalstal.kvartal_nr > vinduespar.nu_kvartal_nr - 4 then kvartalstal.lang_senere_e8
            else 0
        end
    )::bigint as nu_e8

from kvartalstal

inner join vinduespar
    on kvartalstal.kvartal_nr between vinduespar.foer_kvartal_nr - 3 and vinduespar.nu_kvartal_nr

inner join naere_vinduer
    on vinduespar.nu_kvartal_nr * 3 + 2 = naere_vinduer.sidste_maaned

where kvartalstal.lang_senere_e8 <> 0

group by vinduespar.par_nr, kvartalstal.sted_id, kvartalstal.medarbejdernr
