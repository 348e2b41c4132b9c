-- Employment spans with days that are kept, whose Ansforhold is neither counted nor known as one that is not.
-- Korn: rowid (ansættelsesspænd). Midlertidig.
select
    medarbejdernr,
    ansforhold

from spaend

where
    slutdato >= $opbevaring_fra::date
    and startdato is not null
    and (
        ansforhold is null
        or ansforhold not in (
            select maanedsloennede.ansforhold from maanedsloennede
            union all
            select oevrige_ansforhold.ansforhold from oevrige_ansforhold
        )
    )
