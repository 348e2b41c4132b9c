-- Whether each employee of the newest month end's basis is langtidsfrisk there: all a leder may know of the year
-- before the last. Korn: medarbejdernr.
with

seneste as (

    select max(maaneder.maaned_nr) as maaned_nr
    from maaneder
    where maaneder.sidste_dag <= $daekket_til::date

)

select
    medarbejder_to_aar.medarbejdernr,
    not exists (
        select 1
        from medarbejder_over_graensen
        where
            medarbejder_over_graensen.medarbejdernr = medarbejder_to_aar.medarbejdernr
            and seneste.maaned_nr >= medarbejder_over_graensen.fra_maaned
            and seneste.maaned_nr < medarbejder_over_graensen.til_maaned
    ) as er_langtidsfrisk

from medarbejder_to_aar

inner join seneste
    on seneste.maaned_nr between medarbejder_to_aar.fra_maaned and medarbejder_to_aar.til_maaned
