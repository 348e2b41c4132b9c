-- Every node under one, itself first, against its måltal at a month end: the rolling figure, the year to date, the same
-- months last year, and the forecast for the year: the year to date, and the own remaining months of last year moved
-- as the kommune has moved, with how far from it the year may end. A forecast from April, and from a size on; a figure
-- of the year only when every month of it is there. Whether the change since a year before is a signal is asked at the
-- quarters' ends; none is told while foreløbig.
-- Enhed: sygedage pr. medarbejder (or årsværk, as built); vaegt is sygedage times medarbejdere. Korn: enhed_id.
with recursive

valgte as (

    select
        enhed_id,
        0 as trin
    from enheder
    where enhed_id = $enhed_id

    union all

    select
        enheder.enhed_id,
        valgte.trin + 1 as trin
    from valgte
    inner join enheder
        on valgte.enhed_id = enheder.overordnet_id

),

perioden as (

    select
        perioder.vindue_nr,
        perioder.vindue_nr_aar_foer,
        perioder.er_foreloebig,
        perioder.sidste_maaned,
        perioder.sidste_maaned % 12 + 1 as antal_maaneder,
        kvartalets.vindue_nr as kvartal_nr
    from perioder
    left join perioder as kvartalets
        on
            perioder.sidste_maaned = kvartalets.sidste_maaned
            and kvartalets.periodetype = 'kvartal'
            and kvartalets.vindue = 'rullende'
    where perioder.vindue = 'rullende' and perioder.periode = $periode

),

dele as (           -- the year to date, the same months last year, and last year's remaining ones

    select
        'aar' as del,
        sidste_maaned - antal_maaneder + 1 as foerste_maaned,
        sidste_maaned
    from perioden

    union all

    select
        'sidste_aar' as del,
        sidste_maaned - antal_maaneder - 11 as foerste_maaned,
        sidste_maaned - 12 as sidste_maaned
    from perioden

    union all

    select
        'resten' as del,
        sidste_maaned - 11 as foerste_maaned,
        sidste_maaned - antal_maaneder as sidste_maaned
    from perioden

),

summer as (

    select
        noegletal.enhed_id,
        dele.del,
        sum(noegletal.dagsvaerk)
        / nullif(
            sum(som_nytal(bygning.nytal, noegletal.gns_medarbejdere, noegletal.gns_fuldtid) * perioder.dage), 0
        )
        * sum(perioder.dage) as sygedage

    from dele

    inner join perioder
        on
            perioder.sidste_maaned between dele.foerste_maaned and dele.sidste_maaned
            and perioder.periodetype = 'maaned'
            and perioder.vindue = 'alene'

    inner join noegletal
        on perioder.vindue_nr = noegletal.vindue_nr

    cross join bygning

    where noegletal.enhed_id in (select valgte.enhed_id from valgte)

    group by noegletal.enhed_id, dele.del, dele.foerste_maaned, dele.sidste_maaned

    having count(*) = dele.sidste_maaned - dele.foerste_maaned + 1

),

aaret as (

    select
        enhed_id,
        any_value(sygedage) filter (where del = 'aar') as aar_til_dato,
        any_value(sygedage) filter (where del = 'sidste_aar') as sidste_aar_til_dato,
        any_value(sygedage) filter (where del = 'resten') as sidste_aars_rest

    from summer

    group by enhed_id

)

select
    enheder.enhed_id,
    enheder.enhedsnr,
    enheder.enhedsnavn,
    enheder.niveau,
    valgte.trin,
    noegletal.gns_medarbejdere,
    noegletal.sygedage,
    noegletal.maaltal,
    noegletal.maaltal_kilde,
    noegletal.maaltal_afledt,
    noegletal.afstand_til_maaltal,
    noegletal.afstand_til_maaltal * noegletal.gns_medarbejdere as vaegt,
    case when not perioden.er_foreloebig then noegletal.sygedage - aar_foer.sygedage end as aendring_aar,
    coalesce(signaler.er_signal, false) as aar_er_signal,
    signaler.grund as aar_grund,
    noegletal.er_nedlagt,
    case when noegletal.har_rater then aaret.aar_til_dato end as aar_til_dato,
    case when noegletal.har_rater then aaret.sidste_aar_til_dato end as sidste_aar_til_dato,
    case
        when
            noegletal.har_rater
            and perioden.antal_maaneder >= 4
            and noegletal.gns_medarbejdere >= bygning.mindste_gruppe
            then
                aaret.aar_til_dato
                + case
                    when perioden.antal_maaneder = 12 then 0
                    else
                        aaret.sidste_aars_rest * case
                            when er_kommunen(enheder.dybde, enheder.niveau_nr) then prognosegrundlag.kommunens_faktor
                            else prognosegrundlag.faktor
                        end
                end
    end as prognose,
    case
        when prognose is not null and perioden.antal_maaneder < 12
            then
                prognosegrundlag.aarsusikkerhed
                * sqrt((12 - perioden.antal_maaneder) / 12)
                / sqrt(som_nytal(bygning.nytal, noegletal.gns_medarbejdere, noegletal.gns_fuldtid))
    end as prognose_usikkerhed

from perioden

inner join noegletal
    on perioden.vindue_nr = noegletal.vindue_nr

inner join valgte
    on noegletal.enhed_id = valgte.enhed_id

inner join enheder
    on noegletal.enhed_id = enheder.enhed_id

left join noegletal as aar_foer
    on noegletal.enhed_id = aar_foer.enhed_id and perioden.vindue_nr_aar_foer = aar_foer.vindue_nr

left join signaler
    on
        noegletal.enhed_id = signaler.enhed_id
        and perioden.kvartal_nr = signaler.vindue_nr
        and signaler.skridt = 'aar'
        and signaler.slags = 'alt'

left join aaret
    on noegletal.enhed_id = aaret.enhed_id

left join prognosegrundlag
    on perioden.sidste_maaned = prognosegrundlag.sidste_maaned

cross join bygning

order by
    noegletal.er_nedlagt asc,
    vaegt desc nulls last,
    enheder.enhedsnavn collate da asc
