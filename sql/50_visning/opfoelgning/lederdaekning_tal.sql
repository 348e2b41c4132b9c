-- How many of a chef's units have no leder with adgang. Korn: én række.
select
    antal_enheder,
    antal_uden_leder

from lederdaekning
