-- The units whose history another carries on. Korn: enhedsnr.
select
    nummer(enhedsnr) as enhedsnr,
    enhed_id

from flyttede

order by enhedsnr
