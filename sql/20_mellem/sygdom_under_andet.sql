-- Open sick records of employees for whom other absence has begun since: the illness may have ended without being
-- closed.
-- Korn: raekke_id. Midlertidig.
select aabne.raekke_id

from fravaer_gaeldende as aabne

where
    aabne.er_aaben
    and aabne.er_sygefravaer
    and exists (
        select 1
        from fravaer_gaeldende as andet
        where
            aabne.medarbejdernr = andet.medarbejdernr
            and not andet.er_sygefravaer
            and andet.startdato > aabne.startdato
            and andet.startdato <= aabne.slutdato
    )
