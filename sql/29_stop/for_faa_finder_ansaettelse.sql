-- Too many sick records of employees no employment is known of.
-- Korn: fund, and the first is told.
select
    count(*) filter (where sygeposter_uden_ansaettelse.raekke_id is null) as antal_fundet,
    count(*) as antal_poster

from sygeposter

left join sygeposter_uden_ansaettelse
    on sygeposter.raekke_id = sygeposter_uden_ansaettelse.raekke_id

having count(*) filter (where sygeposter_uden_ansaettelse.raekke_id is null) < $mindste_match * count(*)
