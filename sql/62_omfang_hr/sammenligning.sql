-- The build beside the one it is held against. Korn: maal, periode.
select * from maal.sammenligning
