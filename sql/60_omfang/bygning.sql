-- The build a scope is filled from. Korn: én række.
select
    bygning_id,
    er_demo,
    udtraeksdato,
    opbevaring_fra,
    fravaer_fra,
    ansaettelser_fra,
    daekning_kilde,
    daekket_fra,
    daekket_til,
    nytal

from maal.bygning
