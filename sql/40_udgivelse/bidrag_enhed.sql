-- What the employees of a node or group have moved between two windows, added up, and the products their spread is
-- worked out of, each employee counted once.
-- Enhed: as in bidrag_sted. Korn: par_nr, enhed_id. Midlertidig.
with

lagt_sammen as (

    select
        bidrag_sted.par_nr,
        signal_steder.enhed_id,
        sum(bidrag_sted.aendring_e8) as aendring_e8,
        sum(bidrag_sted.aendring_lang_e8) as aendring_lang_e8,
        sum(bidrag_sted.aendring_ansat) as aendring_ansat,
        sum(bidrag_sted.omsat) as omsat,
        sum(bidrag_sted.alt_alt) as alt_alt,
        sum(bidrag_sted.alt_lang) as alt_lang,
        sum(bidrag_sted.lang_lang) as lang_lang,
        sum(bidrag_sted.alt_ansat) as alt_ansat,
        sum(bidrag_sted.lang_ansat) as lang_ansat,
        sum(bidrag_sted.ansat_ansat) as ansat_ansat

    from bidrag_sted

    inner join signal_steder
        on bidrag_sted.sted_id = signal_steder.sted_id

    group by bidrag_sted.par_nr, signal_steder.enhed_id

)

select
    lagt_sammen.par_nr,
    lagt_sammen.enhed_id,
    lagt_sammen.aendring_e8::hugeint as aendring_e8,
    lagt_sammen.aendring_lang_e8::hugeint as aendring_lang_e8,
    lagt_sammen.aendring_ansat::hugeint as aendring_ansat,
    (lagt_sammen.omsat + coalesce(bidrag_flere.omsat, 0))::hugeint as omsat,
    (lagt_sammen.alt_alt + coalesce(bidrag_flere.alt_alt, 0))::hugeint as alt_alt,
    (lagt_sammen.alt_lang + coalesce(bidrag_flere.alt_lang, 0))::hugeint as alt_lang,
    (lagt_sammen.lang_lang + coalesce(bidrag_flere.lang_lang, 0))::hugeint as lang_lang,
    (lagt_sammen.alt_ansat + coalesce(bidrag_flere.alt_ansat, 0))::hugeint as alt_ansat,
    (lagt_sammen.lang_ansat + coalesce(bidrag_flere.lang_ansat, 0))::hugeint as lang_ansat,
    (lagt_sammen.ansat_ansat + coalesce(bidrag_flere.ansat_ansat, 0))::hugeint as ansat_ansat

from lagt_sammen

left join bidrag_flere
    on lagt_sammen.par_nr = bidrag_flere.par_nr and lagt_sammen.enhed_id = bidrag_flere.enhed_id
