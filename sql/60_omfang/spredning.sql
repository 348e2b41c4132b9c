-- The kommune's mean and spread, rounded: two figures about everybody. Enhed: sygedage. Korn: vindue_nr.
select
    vindue_nr,
    round(sygedage, 1) as sygedage,
    round(spredning, 1) as spredning
from maal.spredning
