-- Units that have no way up to a root: the organisation runs in a circle.
-- Korn: enhedsnr. Midlertidig.
with recursive

fra_rod as (

    select enhedsnr
    from enheder_kendte
    where
        overordnet_enhedsnr is null
        or overordnet_enhedsnr not in (select overordnede.enhedsnr from enheder_kendte as overordnede)

    union

    select enheder_kendte.enhedsnr
    from fra_rod
    inner join enheder_kendte
        on fra_rod.enhedsnr = enheder_kendte.overordnet_enhedsnr

)

select
    enhedsnr,
    enhedsnavn

from enheder_kendte

where enhedsnr not in (select fra_rod.enhedsnr from fra_rod)
