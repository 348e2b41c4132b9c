-- Too many rows state more Dage than their interval has days of any kind: Dage must be something else.
-- Korn: fund, and the first is told.
select
    antal_over_kalenderdage,
    antal

from dage_ud_over_arbejdsdage

where antal_over_kalenderdage > $dage_over_arbejdsdage * antal
