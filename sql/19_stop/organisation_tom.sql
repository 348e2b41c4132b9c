-- No unit at all: nothing to place anybody in.
select 0 as antal_enheder

where not exists (select 1 from enheder_kendte)
