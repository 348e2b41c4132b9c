-- What was built: which delivery, which days it covers, how much it holds. The next build is held against it.
-- Korn: én række.
select
    $bygning_id::varchar as bygning_id,
    $definitioner_id::varchar as definitioner_id,
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
    (select count(distinct spaend.medarbejdernr) from spaend) as antal_medarbejdere,
    (select count(*) from fravaer_gaeldende) as antal_fravaer

from daekning
