-- Too many rows state more Dage than their interval has working days: Dage must be calendar days.
-- Korn: fund, and the first is told.
select
    antal_flere_dage,
    antal

from dage_ud_over_arbejdsdage

where
    not $dage_er_kalenderdage
    and antal_flere_dage > $dage_over_arbejdsdage * antal
