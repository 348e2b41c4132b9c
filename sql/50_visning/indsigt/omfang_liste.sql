-- What a user's roles cover, for the start page. Korn: rolle, enhed_id.
select
    rolle,
    enhed_id,
    enhedsnr,
    enhedsnavn,
    antal_enheder,
    antal_medarbejdere,
    pulje

from omfang

order by antal_medarbejdere desc nulls last, enhedsnr asc, rolle asc
