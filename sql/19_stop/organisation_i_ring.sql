-- Units that are, step by step, above themselves.
-- Korn: fund, and the first is told.
select string_agg(enhedsnavn || ' (' || nummer(enhedsnr) || ')', ', ' order by enhedsnr) as enheder

from organisation_kreds

having count(*) > 0
