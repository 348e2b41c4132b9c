-- Whom another's statistics count that we do not, for hr's bridges to its figures. Korn: kilde, aarsag.
select * from maal.kilde_medregner
