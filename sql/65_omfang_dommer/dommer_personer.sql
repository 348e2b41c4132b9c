-- Every employee under a number of her own, whether others see her by name, and the part she is in on the udtræksdato.
-- Korn: nummer.
select * exclude (medarbejdernr) from dommer_numre
