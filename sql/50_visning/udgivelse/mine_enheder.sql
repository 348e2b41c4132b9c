-- The nodes below those a chef leads, in a rolling quarter: figures, how much the distance from the måltal weighs,
-- whether the change since a year before is a signal, and what is to be expected of the level.
-- Enhed: sygedage; vaegt is sygedage times medarbejdere. Korn: enhed_id.
with recursive

valgte as (

    select enhed_id
    from omfang
    where rolle = 'chef'

    union

    select enheder.enhed_id
    from valgte
    inner join enheder
        on valgte.enhed_id = enheder.overordnet_id

),

perioden as (

    select *
    from perioder
    where vindue = 'rullende' and periodetype = 'kvartal' and periode = $periode

)

select
    enheder.enhed_id,
    enheder.enhedsnr,
    enheder.enhedsnavn,
    enheder.niveau,
    enheder.enhed_id < 0 as er_gruppe,
    nu.gns_medarbejdere,
    nu.sygedage,
    nu.maaltal,
    nu.maaltal_kilde,
    nu.afstand_til_maaltal,
    nu.afstand_til_maaltal * nu.gns_medarbejdere as vaegt,
    nu.sygedage - aar_foer.sygedage as aendring_aar,
    coalesce(signaler.er_signal, false) as aar_er_signal,
    signaler.grund as aar_grund,
    forventet.forventet,
    forventet.tilstand

from perioden

inner join noegletal as nu
    on perioden.vindue_nr = nu.vindue_nr and not nu.er_nedlagt

inner join enheder
    on nu.enhed_id = enheder.enhed_id

left join noegletal as aar_foer
    on nu.enhed_id = aar_foer.enhed_id and perioden.vindue_nr_aar_foer = aar_foer.vindue_nr

left join signaler
    on
        nu.enhed_id = signaler.enhed_id
        and perioden.vindue_nr = signaler.vindue_nr
        and signaler.skridt = 'aar'
        and signaler.slags = 'alt'

left join forventet
    on nu.enhed_id = forventet.enhed_id and nu.vindue_nr = forventet.vindue_nr

where
    nu.enhed_id in (select valgte.enhed_id from valgte)
    and nu.enhed_id not in (
        select omfang.enhed_id from omfang
        where omfang.rolle = 'chef'
    )

order by vaegt desc nulls last, enheder.enhedsnavn collate da
