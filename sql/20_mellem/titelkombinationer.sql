-- The distinct titles, which Python holds against the patterns of extraordinary employment.
-- Korn: stilling, loenklasse, ansforholdtekst. Midlertidig.
select
    stilling,
    loenklasse,
    ansforholdtekst

from spaend

group by stilling, loenklasse, ansforholdtekst
