-- What was built: which delivery, which days it covers, how much it holds. The next build is held against it.
-- Korn: én række.
select
    $bygning_id::varchar as bygning_id,
    $definitioner_id::varchar as definitioner_id,
    $opgoerelse_id::varchar as opgoerelse_id,
    $er_demo::boolean as er_demo,
    $udtraeksdato::date as udtraeksdato,
    $opbevaring_fra::date as opbevaring_fra,
    daekning.daekket_fra,
    daekning.daekket_til,
    daekning.fravaer_fra,
    daekning.ansaettelser_fra,
    daekning.kilde as daekning_kilde,
    $varsler_fra::date as varsler_fra,
    $nytal::varchar as nytal,
    $mindste_gruppe::double as mindste_gruppe,
    $mindste_medarbejdere::double as mindste_medarbejdere,
    $forventet_hold_oeje::double as forventet_hold_oeje,
    $forventet_stoerre::double as forventet_stoerre,
    $forventet_kvartaler::bigint as forventet_kvartaler,
    $prognose_sikkerhed::double as prognose_sikkerhed,
    $timer_pr_dagsvaerk_e4::decimal(10, 4) / 10000 as timer_pr_dagsvaerk,
    $langtid_dage::bigint as langtid_dage,
    $langtidsfrisk_e6::decimal(18, 6) / 1000000 as langtidsfrisk_dagsvaerk,
    $foreloebig_dage::bigint as foreloebig_dage,
    $nettodage::bigint as nettodage,
    $kroner::boolean as har_kroner,
    $loendage::bigint as loendage,
    $er_foreloebig_maalt::boolean as er_foreloebig_maalt,
    $sagsdatoer::date[] as sagsdatoer,
    exists(
        select 1 from placeringer
        where placeringer.personalegruppe <> uoplyst()
    ) as har_personalegrupper,
    (select count(distinct spaend.medarbejdernr) from spaend) as antal_medarbejdere,
    (select count(*) from fravaer_gaeldende) as antal_fravaer

from daekning
