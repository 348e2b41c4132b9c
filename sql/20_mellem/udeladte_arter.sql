-- The sick records of a fraværsart that a source of figures does not count as sickness.
-- Korn: raekke_id, kilde. Midlertidig.
select
    fravaer_gaeldende.raekke_id,
    kilde_uden_art.kilde,
    kilde_uden_art.tekst

from fravaer_gaeldende

inner join kilde_uden_art
    on fravaer_gaeldende.art = kilde_uden_art.art

where fravaer_gaeldende.er_sygefravaer
