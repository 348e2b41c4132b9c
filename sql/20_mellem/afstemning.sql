-- The reconciliation: dagsværk in the sick records = in the population + outside it + without employment
-- + after the udtræksdato (+ before the retention, for records that reach back over it).
-- Enhed: dagsværk. Korn: én række.
with

celler as (

    select
        coalesce(sum(dagsvaerk_e8) filter (where kategori = 'population'), 0) as i_populationen,
        coalesce(sum(dagsvaerk_e8) filter (where kategori = 'uden for populationen'), 0) as uden_for_populationen,
        coalesce(sum(dagsvaerk_e8) filter (where kategori = 'uden ansættelse'), 0) as uden_ansaettelse,
        coalesce(sum(dagsvaerk_e8) filter (where kategori = 'efter udtræksdatoen'), 0) as efter_udtraek,
        coalesce(sum(dagsvaerk_e8) filter (where kategori = 'før opbevaringsfristen'), 0) as foer_opbevaring

    from sygeceller

),

poster as (

    select
        coalesce(sum(dagsvaerk_e8), 0) as i_alt,
        count(*) as antal_poster

    from sygeposter

)

select
    poster.antal_poster,
    dagsvaerk(poster.i_alt) as i_alt,
    dagsvaerk(celler.i_populationen) as i_populationen,
    dagsvaerk(celler.uden_for_populationen) as uden_for_populationen,
    dagsvaerk(celler.uden_ansaettelse) as uden_ansaettelse,
    dagsvaerk(celler.efter_udtraek) as efter_udtraek,
    dagsvaerk(celler.foer_opbevaring) as foer_opbevaring

from poster

cross join celler
