-- Whom others see by name, and where everybody is on the udtræksdato. Korn: nummer.
select
    nummer,
    er_kendt,
    del

from dommer_personer

order by nummer
