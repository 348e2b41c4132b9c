-- No unit at all: nothing to place anybody in.
-- Korn: fund, and the first is told.
select 0 as antal_enheder

where not exists (select 1 from enheder_kendte)
