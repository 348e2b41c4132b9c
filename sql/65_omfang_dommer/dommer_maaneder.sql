-- The months there are figures of. Korn: maaned_nr.
select
    maaneder.maaned_nr,
    maaneder.foerste_dag,
    maaneder.sidste_dag,
    maaneder.dage

from maal.maaneder

inner join maal.perioder
    on
        maaneder.maaned_nr = perioder.sidste_maaned
        and perioder.periodetype = 'maaned'
        and perioder.vindue = 'alene'
