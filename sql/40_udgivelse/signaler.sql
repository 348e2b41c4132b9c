-- Whether a change since a quarter or a year before is larger than chance, for all absence, the short and the long.
-- Each employee's part is her change in dagsværk less the mean rate of the two windows times her change in
-- employment: the parts add up to the change, and z is their sum over the root of the sum of their squares. A node
-- of many units must pass with each unit's parts added up first too, and few enough must have come and gone.
-- grund: why it is no signal. udsving: how large a change would have had to be. Nodes, "fælles" and pools. z, udsving
-- and omsaetning are for who may see the node in full.
-- Enhed: sygedage pr. medarbejder (or årsværk); omsaetning from 0 to 1. Korn: enhed_id, vindue_nr, skridt, slags.
with

niveauer as (

    select
        nu.enhed_id,
        vinduespar.*,
        foer.dagsvaerk_e8 as foer_alt_e8,
        foer.dagsvaerk_lang_e8 as foer_lang_e8,
        foer.ansat_e8 as foer_ansat_e8,
        nu.dagsvaerk_e8 as nu_alt_e8,
        nu.dagsvaerk_lang_e8 as nu_lang_e8,
        nu.ansat_e8 as nu_ansat_e8

    from vinduespar

    inner join signal_tal as nu
        on vinduespar.vindue_nr = nu.vindue_nr

    inner join signal_tal as foer
        on vinduespar.foer_vindue_nr = foer.vindue_nr and nu.enhed_id = foer.enhed_id

    where foer.ansat_e8 > 0 and nu.ansat_e8 > 0

),

slags as (      -- alt, kort and lang as so many of all absence and so many of the long

    select
        'alt' as slags,
        1 as alt,
        0 as lang
    union all
    select
        'kort' as slags,
        1 as alt,
        -1 as lang
    union all
    select
        'lang' as slags,
        0 as alt,
        1 as lang

),

rater as (      -- middelrate is per unit of aendring_ansat, whose days² and hundred millionths cancel out

    select
        niveauer.*,
        slags.slags,
        slags.alt,
        slags.lang,
        slags.alt * niveauer.foer_alt_e8 + slags.lang * niveauer.foer_lang_e8 as foer_e8,
        slags.alt * niveauer.nu_alt_e8 + slags.lang * niveauer.nu_lang_e8 as nu_e8,
        foer_e8::double * niveauer.foer_dage / niveauer.foer_ansat_e8 as foer_rate,
        nu_e8::double * niveauer.nu_dage / niveauer.nu_ansat_e8 as nu_rate,
        (foer_rate + nu_rate) / 2 / (niveauer.foer_dage * niveauer.nu_dage) as middelrate

    from niveauer

    cross join slags

),

proevet as (

    select
        rater.par_nr,
        rater.enhed_id,
        rater.vindue_nr,
        rater.skridt,
        rater.slags,
        rater.er_foreloebig,
        rater.nu_rate - rater.foer_rate as aendring,
        bidrag_blade.antal_blade >= $signal_blade as er_af_mange,
        z_vaerdi(
            rater.nu_e8 - rater.foer_e8,
            rater.middelrate,
            bidrag_enhed.aendring_ansat,
            kvadrat_af(rater.alt, rater.lang, bidrag_enhed.alt_alt, bidrag_enhed.alt_lang, bidrag_enhed.lang_lang),
            rater.alt * bidrag_enhed.alt_ansat + rater.lang * bidrag_enhed.lang_ansat,
            bidrag_enhed.ansat_ansat
        ) as z,
        z_vaerdi(
            rater.nu_e8 - rater.foer_e8,
            rater.middelrate,
            bidrag_enhed.aendring_ansat,
            kvadrat_af(rater.alt, rater.lang, bidrag_blade.alt_alt, bidrag_blade.alt_lang, bidrag_blade.lang_lang),
            rater.alt * bidrag_blade.alt_ansat + rater.lang * bidrag_blade.lang_ansat,
            bidrag_blade.ansat_ansat
        ) as z_enheder,
        coalesce(bidrag_enhed.omsat, 0)::double / (
            rater.foer_ansat_e8::double * rater.nu_dage + rater.nu_ansat_e8::double * rater.foer_dage
        ) as omsaetning

    from rater

    left join bidrag_enhed
        on rater.par_nr = bidrag_enhed.par_nr and rater.enhed_id = bidrag_enhed.enhed_id

    left join bidrag_blade
        on rater.par_nr = bidrag_blade.par_nr and rater.enhed_id = bidrag_blade.enhed_id

),

afgjort as (

    select
        *,
        coalesce(
            abs(z) >= $signal_z and (er_af_mange is not true or abs(z_enheder) >= $signal_z), false
        ) as er_stoerre,
        omsaetning > case skridt when 'kvartal' then $signal_omsaetning_kvartal else $signal_omsaetning_aar end
            as er_udskiftet

    from proevet

)

select
    enhed_id,
    vindue_nr,
    skridt,
    slags,
    aendring,
    z,
    case when er_af_mange then z_enheder end as z_enheder,
    omsaetning,
    $signal_z * greatest(
        abs(aendring / nullif(z, 0)), case when er_af_mange then abs(aendring / nullif(z_enheder, 0)) end
    ) as udsving,
    er_stoerre and not er_udskiftet and not er_foreloebig as er_signal,
    case
        when er_foreloebig then 'foreloebig'
        when not er_stoerre then 'tilfaeldigt'
        when er_udskiftet then 'udskiftning'
    end as grund

from afgjort
