-- The måltal of the delivery that are not used, for another was decided here.
-- Enhed: tenths of sygedage pr. medarbejder. Korn: enhed_id, aar.
select
    enhed_id,
    aar,
    tiendedele

from maaltal_afvigende

order by enhed_id, aar
