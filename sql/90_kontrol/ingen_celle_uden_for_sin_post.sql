-- Cells count no day twice: working days counted from the record's start never run backwards.
select
    raekke_id,
    maaned_nr
from sygeceller
where dagsvaerk_e8 < 0 or til < fra
