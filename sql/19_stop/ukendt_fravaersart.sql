-- Fraværsarter the list does not know. Guessing would change the figures silently.
-- Korn: fund, and the first is told.
select
    string_agg(art || ' (' || antal_raekker || ')', ', ' order by antal_raekker desc, art asc) as arter,
    case
        when bool_or(regexp_full_match(art, '[0-9]+'))
            then ' Talkoder som 790 er Silkeborg Datas og kendes ikke i OPUS.'
        else ''
    end as forklaring

from ukendte_fravaersarter

having count(*) > 0
