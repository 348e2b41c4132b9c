-- The sums of a personalegruppe in a window, and of the products the spread of its employees is worked out of. Whole
-- numbers: the order of rows never matters. er_egen: large enough to have a rate of its own.
-- Enhed: as in gruppe_kvartaler, and their products. Korn: vindue_nr, gruppe_nr. Midlertidig.
with

personer as (

    select
        niveauvinduer.vindue_nr,
        gruppe_kvartaler.gruppe_nr,
        gruppe_kvartaler.medarbejdernr,
        sum(gruppe_kvartaler.ansat_e8)::hugeint as ansat_e8,
        sum(gruppe_kvartaler.dagsvaerk_e8)::hugeint as dagsvaerk_e8

    from gruppe_kvartaler

    inner join niveauvinduer
        on
            gruppe_kvartaler.kvartal_nr
            between niveauvinduer.foerste_maaned // 3 and niveauvinduer.sidste_maaned // 3

    group by niveauvinduer.vindue_nr, gruppe_kvartaler.gruppe_nr, gruppe_kvartaler.medarbejdernr

)

select
    personer.vindue_nr,
    personer.gruppe_nr,
    any_value(niveauvinduer.dage) as dage,
    sum(personer.ansat_e8) >= $forventet_gruppe_mindst * 100000000 * any_value(niveauvinduer.dage) as er_egen,
    sum(personer.ansat_e8)::hugeint as ansat_e8,
    sum(personer.dagsvaerk_e8)::hugeint as dagsvaerk_e8,
    sum(personer.ansat_e8 * personer.ansat_e8)::hugeint as ansat_ansat,
    sum(personer.ansat_e8 * personer.dagsvaerk_e8)::hugeint as ansat_syg,
    sum(personer.dagsvaerk_e8 * personer.dagsvaerk_e8)::hugeint as syg_syg

from personer

inner join niveauvinduer
    on personer.vindue_nr = niveauvinduer.vindue_nr

group by personer.vindue_nr, personer.gruppe_nr

having sum(personer.ansat_e8) > 0
