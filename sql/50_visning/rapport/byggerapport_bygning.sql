-- The build and what it covers. Korn: én række.
select
    bygning_id,
    definitioner_id,
    opgoerelse_id,
    er_demo,
    udtraeksdato,
    opbevaring_fra,
    varsler_fra,
    fravaer_fra,
    ansaettelser_fra,
    daekning_kilde,
    daekket_fra,
    daekket_til,
    nytal,
    mindste_gruppe,
    timer_pr_dagsvaerk,
    langtid_dage,
    langtidsfrisk_dagsvaerk,
    foreloebig_dage,
    nettodage,
    er_foreloebig_maalt,
    sagsdatoer,
    har_personalegrupper,
    forventet_hold_oeje,
    forventet_stoerre,
    forventet_kvartaler

from bygning
