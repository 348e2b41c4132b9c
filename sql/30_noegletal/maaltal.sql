-- The måltal a node is held against: its own, else the mean of its nearest descendants with one, weighted with gns.
-- medarbejdere, when these hold enough of its staff; else only how many of its staffed units have one. That mean stands
-- beside (maaltal_afledt) where a node has its own too.
-- Enhed: sygedage pr. medarbejder. Korn: enhed_id, vindue_nr (rullende). Midlertidig.
with

naermeste as (      -- a node, and the descendants whose måltal no node between them has

    select
        enhed_overordnede.overordnet_id as enhed_id,
        maaltal_eget.enhed_id as efterkommer_id,
        maaltal_eget.aar,
        maaltal_eget.maaltal_e8

    from maaltal_eget

    inner join enhed_overordnede
        on maaltal_eget.enhed_id = enhed_overordnede.enhed_id and enhed_overordnede.trin > 0

    where
        not exists (
            select 1
            from enhed_overordnede as over_efterkommer
            inner join maaltal_eget as mellem
                on
                    over_efterkommer.overordnet_id = mellem.enhed_id
                    and maaltal_eget.aar = mellem.aar
            inner join enhed_overordnede as over_mellem
                on mellem.enhed_id = over_mellem.enhed_id
            where
                over_efterkommer.enhed_id = maaltal_eget.enhed_id
                and over_efterkommer.trin > 0
                and over_mellem.trin > 0
                and over_mellem.overordnet_id = enhed_overordnede.overordnet_id
        )

),

vindue_aar as (

    select
        sygefravaer.enhed_id,
        sygefravaer.vindue_nr,
        year(perioder.slutdato) as aar,
        sygefravaer.ansat_dage

    from sygefravaer

    inner join perioder
        on sygefravaer.vindue_nr = perioder.vindue_nr

    where perioder.vindue = 'rullende' and year(perioder.slutdato) in (select maaltal_eget.aar from maaltal_eget)

),

afledte as (

    select
        vindue_aar.enhed_id,
        vindue_aar.vindue_nr,
        any_value(vindue_aar.ansat_dage) as ansat_dage,
        sum(efterkommere.ansat_dage) as daekkede_dage,
        sum(efterkommere.ansat_dage::hugeint * naermeste.maaltal_e8) as vaegtet_maaltal_e8

    from vindue_aar

    inner join naermeste
        on
            vindue_aar.enhed_id = naermeste.enhed_id
            and vindue_aar.aar = naermeste.aar

    inner join vindue_aar as efterkommere
        on
            naermeste.efterkommer_id = efterkommere.enhed_id
            and vindue_aar.vindue_nr = efterkommere.vindue_nr

    group by vindue_aar.enhed_id, vindue_aar.vindue_nr

),

direkte_bemandede as (      -- units with staff of their own in the window, under each node

    select
        enhed_overordnede.overordnet_id as enhed_id,
        perioder.vindue_nr,
        placeringer.enhedsnr as bemandet_id,
        year(perioder.slutdato) as aar

    from ansatte_maaneder

    inner join placeringer
        on ansatte_maaneder.placering_id = placeringer.placering_id

    inner join perioder
        on
            ansatte_maaneder.maaned_nr between perioder.foerste_maaned and perioder.sidste_maaned
            and perioder.vindue = 'rullende'

    inner join enhed_overordnede
        on placeringer.enhedsnr = enhed_overordnede.enhed_id

    inner join afledte
        on
            enhed_overordnede.overordnet_id = afledte.enhed_id
            and perioder.vindue_nr = afledte.vindue_nr
            and afledte.daekkede_dage < $maaltal_daekning * afledte.ansat_dage

    where ansatte_maaneder.ansat_dage > 0

    group by
        enhed_overordnede.overordnet_id,
        perioder.vindue_nr,
        placeringer.enhedsnr,
        year(perioder.slutdato)

),

optalte as (

    select
        direkte_bemandede.enhed_id,
        direkte_bemandede.vindue_nr,
        count(*) as antal_enheder,
        count(*) filter (
            where exists (
                select 1
                from enhed_overordnede
                inner join naermeste
                    on enhed_overordnede.overordnet_id = naermeste.efterkommer_id
                where
                    enhed_overordnede.enhed_id = direkte_bemandede.bemandet_id
                    and naermeste.enhed_id = direkte_bemandede.enhed_id
                    and naermeste.aar = direkte_bemandede.aar
            )
        ) as antal_med_maaltal

    from direkte_bemandede

    group by direkte_bemandede.enhed_id, direkte_bemandede.vindue_nr

)

select
    vindue_aar.enhed_id,
    vindue_aar.vindue_nr,
    case
        when maaltal_eget.maaltal_e8 is not null then maaltal_eget.maaltal_e8 / 100000000
        when afledte.daekkede_dage >= $maaltal_daekning * afledte.ansat_dage
            then afledte.vaegtet_maaltal_e8 / nullif(afledte.daekkede_dage, 0) / 100000000
    end as maaltal,
    case
        when maaltal_eget.er_besluttet then 'besluttet'
        when maaltal_eget.maaltal_e8 is not null then 'eget'
        when afledte.daekkede_dage >= $maaltal_daekning * afledte.ansat_dage then 'afledt'
        when optalte.antal_med_maaltal > 0
            then printf('måltal for %d af %d', optalte.antal_med_maaltal, optalte.antal_enheder)
    end as maaltal_kilde,
    case
        when afledte.daekkede_dage >= $maaltal_daekning * afledte.ansat_dage
            then afledte.vaegtet_maaltal_e8 / nullif(afledte.daekkede_dage, 0) / 100000000
    end as maaltal_afledt

from vindue_aar

left join maaltal_eget
    on
        vindue_aar.enhed_id = maaltal_eget.enhed_id
        and vindue_aar.aar = maaltal_eget.aar

left join afledte
    on
        vindue_aar.enhed_id = afledte.enhed_id
        and vindue_aar.vindue_nr = afledte.vindue_nr

left join optalte
    on
        vindue_aar.enhed_id = optalte.enhed_id
        and vindue_aar.vindue_nr = optalte.vindue_nr

where maaltal_eget.maaltal_e8 is not null or afledte.enhed_id is not null
