-- The months there are figures of. Korn: maaned_nr.
select
    maaneder.maaned_nr,
    maaneder.dage

from maaneder

inner join perioder
    on
        maaneder.maaned_nr = perioder.sidste_maaned
        and perioder.periodetype = 'maaned'
        and perioder.vindue = 'alene'

order by maaneder.maaned_nr
