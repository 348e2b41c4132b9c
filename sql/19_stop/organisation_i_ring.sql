-- Units that are, step by step, above themselves.
select string_agg(enhedsnavn || ' (' || nummer(enhedsnr) || ')', ', ' order by enhedsnr) as enheder

from organisation_kreds

having count(*) > 0
