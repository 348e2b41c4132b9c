-- Months and quarters alone: the windows smaller than a year. Korn: vindue_nr. Midlertidig.
select
    vindue_nr,
    (sidste_maaned // 12)::integer as aar,
    periodetype = 'kvartal' as er_kvartal,
    dage,
    foerste_maaned,
    sidste_maaned

from perioder

where vindue = 'alene'
