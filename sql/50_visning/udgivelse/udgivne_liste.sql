-- The published figures of one node, newest first. Enhed: days, whole per cent. Korn: periode.
select
    periode,
    sygedage,
    korttid,
    langtid,
    langtidsandel_pct,
    langtidsfriske_pct,
    medarbejdere,
    maaltal

from udgivne_tal

where gruppe_id = $enhed_id

order by sidste_maaned desc
