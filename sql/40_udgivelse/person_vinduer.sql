-- What each employee was sick while placed somewhere, in each window anything is published for.
-- Enhed: dagsværk in hundred millionths (e8). Korn: medarbejdernr, placering_id, vindue_nr. Midlertidig.
select
    sygeceller.medarbejdernr,
    sygeceller.placering_id,
    udgivelsesvinduer.vindue_nr,
    udgivelsesvinduer.er_blandt_tre,
    sum(sygeceller.dagsvaerk_e8)::bigint as dagsvaerk_e8,
    sum(sygeceller.dagsvaerk_e8) filter (where sygeceller.lang_fra_maaned <= udgivelsesvinduer.sidste_maaned) > 0
        as er_lang

from sygeceller

inner join udgivelsesvinduer
    on sygeceller.maaned_nr between udgivelsesvinduer.foerste_maaned and udgivelsesvinduer.sidste_maaned

where sygeceller.kategori = 'population'

group by
    sygeceller.medarbejdernr,
    sygeceller.placering_id,
    udgivelsesvinduer.vindue_nr,
    udgivelsesvinduer.er_blandt_tre
