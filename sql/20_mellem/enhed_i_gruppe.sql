-- The configured groups and those of their units the tree knows.
-- Korn: gruppe_id, enhedsnr. Midlertidig.
select
    -1000 - dense_rank() over (order by grupper.gruppe) as gruppe_id,
    grupper.gruppe,
    grupper.enhedsnr

from grupper

inner join enheder_trae
    on grupper.enhedsnr = enheder_trae.enhedsnr
