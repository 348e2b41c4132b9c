-- The files a figure comes from. Korn: fil_id.
select * from maal.kildefiler
