-- Sygedage of each node month by month, of the years all of whose months it had staff in, as was the year before's.
-- Enhed: sygedage; medarbejdere in the mean of the year. Korn: enhed_id, aar. `maaneder`: by month, twelve of them.
with

maanederne as (

    select
        noegletal.enhed_id,
        perioder.sidste_maaned // 12 as aar,
        perioder.sidste_maaned % 12 as maaned,
        noegletal.dagsvaerk,
        noegletal.gns_medarbejdere * perioder.dage as ansat_dage,
        perioder.dage

    from maal.noegletal as noegletal

    inner join maal.perioder as perioder
        on
            noegletal.vindue_nr = perioder.vindue_nr
            and perioder.periodetype = 'maaned'
            and perioder.vindue = 'alene'

    where noegletal.gns_medarbejdere > 0

)

select
    maanederne.enhed_id,
    maanederne.aar,
    enheder.overordnet_id is null as er_kommunen,
    sum(maanederne.ansat_dage) / sum(maanederne.dage) as medarbejdere,
    list(maanederne.dagsvaerk::double order by maanederne.maaned) as dagsvaerk,
    list(maanederne.ansat_dage::double order by maanederne.maaned) as ansat_dage,
    list(maanederne.dage::double order by maanederne.maaned) as dage

from maanederne

inner join maal.enheder as enheder
    on maanederne.enhed_id = enheder.enhed_id and enheder.niveau not in ('gruppe', 'personalegruppe')

group by maanederne.enhed_id, maanederne.aar, enheder.overordnet_id

having count(*) = 12

order by maanederne.enhed_id, maanederne.aar
