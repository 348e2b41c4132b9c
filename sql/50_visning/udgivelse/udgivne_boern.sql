-- The groups a node is published by, newest quarter. Enhed: days, whole per cent. Korn: gruppe_id.
select
    gruppe_id as enhed_id,
    navn as enhedsnavn,
    sygedage,
    korttid,
    langtid,
    langtidsandel_pct,
    langtidsfriske_pct,
    medarbejdere,
    maaltal

from udgivne_tal

where overordnet_id = $enhed_id and er_nu and opdeling = 'enheder'

order by gruppe_id < 0, navn collate da
