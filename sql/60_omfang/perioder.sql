-- The windows figures exist for; they say nothing of anybody. Korn: vindue_nr.
select * from maal.perioder
