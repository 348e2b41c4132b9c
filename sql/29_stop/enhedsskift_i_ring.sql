-- Units that, successor by successor, carry themselves on.
-- Korn: fund, and the first is told.
select string_agg(nummer(enhedsnr), ', ' order by enhedsnr) as enheder

from enhed_efterfoelger

where led >= 100

having count(*) > 0
