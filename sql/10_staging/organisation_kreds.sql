-- Units that are, step by step, above themselves: the organisation runs in a circle.
-- Korn: enhedsnr. Midlertidig.
with recursive

fra_rod as (        -- units with a way up to a root cannot be part of a circle

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

),

uden_rod as (

    select
        enhedsnr,
        enhedsnavn,
        overordnet_enhedsnr

    from enheder_kendte

    where enhedsnr not in (select fra_rod.enhedsnr from fra_rod)

),

over_sig as (

    select
        enhedsnr,
        overordnet_enhedsnr as overordnet
    from uden_rod

    union

    select
        over_sig.enhedsnr,
        uden_rod.overordnet_enhedsnr as overordnet
    from over_sig
    inner join uden_rod
        on over_sig.overordnet = uden_rod.enhedsnr

)

select
    uden_rod.enhedsnr,
    uden_rod.enhedsnavn

from uden_rod

inner join over_sig
    on
        uden_rod.enhedsnr = over_sig.enhedsnr
        and uden_rod.enhedsnr = over_sig.overordnet
