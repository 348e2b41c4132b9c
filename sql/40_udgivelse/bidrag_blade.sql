-- The units a node or group of many is made of, as many as had staff in either window, and the products their spread
-- is worked out of: those of employees, each unit's employees added up first.
-- Enhed: as in bidrag_sted. Korn: par_nr, enhed_id. Midlertidig.
with

store as (

    select
        enhed_id,
        sted_id,
        enhedsnr

    from signal_steder

    qualify count(distinct enhedsnr) over (partition by enhed_id) >= $signal_blade

),

bemandede as (

    select distinct
        vinduespar.par_nr,
        store.enhed_id,
        store.enhedsnr

    from sted_vinduer

    inner join vinduespar
        on sted_vinduer.vindue_nr = vinduespar.vindue_nr or sted_vinduer.vindue_nr = vinduespar.foer_vindue_nr

    inner join store
        on sted_vinduer.sted_id = store.sted_id

    where sted_vinduer.ansat_e8 > 0

),

optalte as (

    select
        par_nr,
        enhed_id,
        count(*) as antal_blade

    from bemandede

    group by par_nr, enhed_id

),

blade as (

    select
        bidrag_sted.par_nr,
        store.enhed_id,
        store.enhedsnr,
        sum(bidrag_sted.aendring_e8)::hugeint as aendring_e8,
        sum(bidrag_sted.aendring_lang_e8)::hugeint as aendring_lang_e8,
        sum(bidrag_sted.aendring_ansat)::hugeint as aendring_ansat

    from bidrag_sted

    inner join store
        on bidrag_sted.sted_id = store.sted_id

    group by bidrag_sted.par_nr, store.enhed_id, store.enhedsnr

)

select
    blade.par_nr,
    blade.enhed_id,
    any_value(optalte.antal_blade) as antal_blade,
    sum(blade.aendring_e8 * blade.aendring_e8)::hugeint as alt_alt,
    sum(blade.aendring_e8 * blade.aendring_lang_e8)::hugeint as alt_lang,
    sum(blade.aendring_lang_e8 * blade.aendring_lang_e8)::hugeint as lang_lang,
    sum(blade.aendring_e8 * blade.aendring_ansat)::hugeint as alt_ansat,
    sum(blade.aendring_lang_e8 * blade.aendring_ansat)::hugeint as lang_ansat,
    sum(blade.aendring_ansat * blade.aendring_ansat)::hugeint as ansat_ansat

from blade

inner join optalte
    on blade.par_nr = optalte.par_nr and blade.enhed_id = optalte.enhed_id

group by blade.par_nr, blade.enhed_id
