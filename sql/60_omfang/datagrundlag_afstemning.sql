-- Where the dagsværk of the accepted sick records went, as shares to the thousandth: no sums leave the build.
-- Enhed: shares from 0 to 1. Korn: hvor.
unpivot (
    select
        round(i_populationen / nullif(i_alt, 0), 3)::double as i_populationen,
        round(uden_for_populationen / nullif(i_alt, 0), 3)::double as uden_for_populationen,
        round(uden_ansaettelse / nullif(i_alt, 0), 3)::double as uden_ansaettelse,
        round(efter_udtraek / nullif(i_alt, 0), 3)::double as efter_udtraek,
        round(foer_opbevaring / nullif(i_alt, 0), 3)::double as foer_opbevaring
    from maal.afstemning
) on i_populationen, uden_for_populationen, uden_ansaettelse, efter_udtraek, foer_opbevaring
into name hvor value andel
