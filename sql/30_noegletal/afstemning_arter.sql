-- Dagsværk of the whole kommune that a source of figures does not count as sickness, in a quarter's rolling window, all
-- its arter together: of the population and of those the source counts besides. None with fewer than $mindst_bag_linje
-- employees behind it. Enhed: dagsværk. Korn: kilde, vindue_nr.
with

celler as (

    select
        udeladte_arter.kilde,
        udeladte_arter.tekst,
        sygeceller.medarbejdernr,
        sygeceller.maaned_nr,
        sygeceller.dagsvaerk_e8,
        udeladte_ansatte.aarsag

    from udeladte_arter

    inner join sygeceller
        on udeladte_arter.raekke_id = sygeceller.raekke_id

    left join udeladte_ansatte
        on
            sygeceller.kategori = 'uden for populationen'
            and sygeceller.medarbejdernr = udeladte_ansatte.medarbejdernr
            and sygeceller.fra between udeladte_ansatte.fra and udeladte_ansatte.til

    where sygeceller.kategori = 'population' or udeladte_ansatte.aarsag is not null

)

select
    celler.kilde,
    perioder.vindue_nr,
    string_agg(distinct celler.tekst, ', ' order by celler.tekst) as arter,
    count(distinct celler.medarbejdernr) as antal_medarbejdere,
    dagsvaerk(sum(celler.dagsvaerk_e8)::bigint) as dagsvaerk

from celler

inner join perioder
    on
        celler.maaned_nr between perioder.foerste_maaned and perioder.sidste_maaned
        and perioder.periodetype = 'kvartal'
        and perioder.vindue = 'rullende'

where
    celler.aarsag is null
    or exists (
        select 1
        from kilde_medregner
        inner join afstemning_population
            on kilde_medregner.aarsag = afstemning_population.aarsag
        where
            kilde_medregner.kilde = celler.kilde
            and kilde_medregner.aarsag = celler.aarsag
            and afstemning_population.vindue_nr = perioder.vindue_nr
    )

group by celler.kilde, perioder.vindue_nr

having count(distinct celler.medarbejdernr) >= $mindst_bag_linje
