-- The employed days of those the population leaves out and another's statistics may count: extraordinarily employed, by
-- the first pattern their title fits, and those who are not månedslønnede.
-- Enhed: grad in hundred millionths (e8). Korn: medarbejdernr, fra. Midlertidig.
select
    ansaettelsesdage.medarbejdernr,
    ansaettelsesdage.fra,
    ansaettelsesdage.til,
    ansaettelsesdage.grad_e8,
    ansaettelsesdage.aarsag,
    case when ansaettelsesdage.aarsag = 'ekstraordinært ansat' then titler.moenster_nr end as moenster_nr,
    case when ansaettelsesdage.aarsag = 'ekstraordinært ansat' then titler.titel end as titel

from ansaettelsesdage

inner join spaend
    on ansaettelsesdage.spaend_id = spaend.rowid

inner join titler
    on
        spaend.stilling is not distinct from titler.stilling
        and spaend.loenklasse is not distinct from titler.loenklasse
        and spaend.ansforholdtekst is not distinct from titler.ansforholdtekst

where
    ansaettelsesdage.aarsag in (select kilde_medregner.aarsag from kilde_medregner)
    and ansaettelsesdage.til >= $opbevaring_fra::date
