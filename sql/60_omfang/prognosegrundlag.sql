-- What forecasts are made with: figures of the whole kommune, rounded. Enhed: factors; sygedage. Korn: sidste_maaned.
select
    sidste_maaned,
    round(faktor, 3) as faktor,
    round(kommunens_faktor, 3) as kommunens_faktor,
    round(aarsusikkerhed, 1) as aarsusikkerhed

from maal.prognosegrundlag
