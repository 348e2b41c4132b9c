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
    medarbejder_frisk.medarbejdernr is not null as er_langtidsfrisk

from medarbejder_to_aar

inner join seneste
    on seneste.maaned_nr between medarbejder_to_aar.fra_maaned and medarbejder_to_aar.til_maaned

left join medarbejder_frisk
    on
        medarbejder_to_aar.medarbejdernr = medarbejder_frisk.medarbejdernr
        and seneste.maaned_nr between medarbejder_frisk.fra_maaned and medarbejder_frisk.til_maaned
