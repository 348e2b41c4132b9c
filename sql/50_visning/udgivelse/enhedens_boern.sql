-- The children of a node in a rolling period: their figures, changes (none while foreløbig) and whether these are
-- signals or why not, måltal, and the quarters of the three years up to then, each with how
-- many months before. What is left of the node when its children are counted is those placed
-- on the node itself; where a chef is not shown every child, it is them and the others.
-- Enhed: days; shares from 0 to 1. Korn: enhed_id.
with

perioden as (

    select *
    from perioder
    where vindue = 'rullende' and periode = $periode

),

boernene as (

    select
        enheder.enhed_id,
        enheder.enhedsnr,
        enheder.enhedsnavn,
        enheder.niveau,
        noegletal.er_nedlagt,
        noegletal.har_rater,
        noegletal.dagsvaerk,
        noegletal.gns_medarbejdere,
        noegletal.gns_fuldtid,
        noegletal.sygedage,
        noegletal.langtidsandel,
        noegletal.langtidsfriske_andel,
        noegletal.maaltal,
        noegletal.maaltal_kilde,
        noegletal.afstand_til_maaltal,
        case when not perioden.er_foreloebig then noegletal.sygedage - kvartal_foer.sygedage end as aendring_kvartal,
        case when not perioden.er_foreloebig then noegletal.sygedage - aar_foer.sygedage end as aendring_aar,
        coalesce(kvartal_signal.er_signal, false) as kvartal_er_signal,
        kvartal_signal.grund as kvartal_grund,
        coalesce(aar_signal.er_signal, false) as aar_er_signal,
        aar_signal.grund as aar_grund

    from perioden

    inner join noegletal
        on perioden.vindue_nr = noegletal.vindue_nr

    inner join enheder
        on noegletal.enhed_id = enheder.enhed_id

    left join noegletal as kvartal_foer
        on
            noegletal.enhed_id = kvartal_foer.enhed_id
            and perioden.vindue_nr_kvartal_foer = kvartal_foer.vindue_nr

    left join noegletal as aar_foer
        on
            noegletal.enhed_id = aar_foer.enhed_id
            and perioden.vindue_nr_aar_foer = aar_foer.vindue_nr

    left join perioder as kvartalets
        on
            perioden.sidste_maaned = kvartalets.sidste_maaned
            and kvartalets.periodetype = 'kvartal'
            and kvartalets.vindue = 'rullende'

    left join signaler as kvartal_signal
        on
            noegletal.enhed_id = kvartal_signal.enhed_id
            and kvartalets.vindue_nr = kvartal_signal.vindue_nr
            and kvartal_signal.skridt = 'kvartal'
            and kvartal_signal.slags = 'alt'

    left join signaler as aar_signal
        on
            noegletal.enhed_id = aar_signal.enhed_id
            and kvartalets.vindue_nr = aar_signal.vindue_nr
            and aar_signal.skridt = 'aar'
            and aar_signal.slags = 'alt'

    where enheder.overordnet_id = $enhed_id

),

forloeb as (

    select
        noegletal.enhed_id,
        list(
            struct_pack(
                maaneder_foer := perioden.sidste_maaned - perioder.sidste_maaned, sygedage := noegletal.sygedage
            )
            order by perioder.sidste_maaned
        ) as kvartaler

    from noegletal

    inner join perioder
        on noegletal.vindue_nr = perioder.vindue_nr

    cross join perioden

    where
        perioder.vindue = 'rullende'
        and perioder.periodetype = 'kvartal'
        and perioder.sidste_maaned <= perioden.sidste_maaned
        and perioder.sidste_maaned > perioden.sidste_maaned - 36
        and noegletal.enhed_id in (select boernene.enhed_id from boernene)

    group by noegletal.enhed_id

),

summer as (

    select
        sum(dagsvaerk) as dagsvaerk,
        sum(gns_medarbejdere) as gns_medarbejdere,
        sum(gns_fuldtid) as gns_fuldtid

    from boernene

),

faelles as (        -- under one medarbejder no rate, as for a node

    select
        noegletal.dagsvaerk - summer.dagsvaerk as dagsvaerk,
        noegletal.gns_medarbejdere - summer.gns_medarbejdere as gns_medarbejdere,
        noegletal.gns_fuldtid - summer.gns_fuldtid as gns_fuldtid

    from perioden

    inner join noegletal
        on perioden.vindue_nr = noegletal.vindue_nr and noegletal.enhed_id = $enhed_id

    cross join summer

    where noegletal.gns_medarbejdere - summer.gns_medarbejdere > 0.001

),

linjer as (

    select
        boernene.enhed_id,
        boernene.enhedsnr,
        boernene.enhedsnavn,
        boernene.niveau,
        boernene.er_nedlagt,
        boernene.har_rater,
        boernene.gns_medarbejdere,
        boernene.sygedage,
        boernene.langtidsandel,
        boernene.langtidsfriske_andel,
        boernene.maaltal,
        boernene.maaltal_kilde,
        boernene.afstand_til_maaltal,
        boernene.aendring_kvartal,
        boernene.aendring_aar,
        boernene.kvartal_er_signal,
        boernene.kvartal_grund,
        boernene.aar_er_signal,
        boernene.aar_grund,
        forloeb.kvartaler

    from boernene

    left join forloeb
        on boernene.enhed_id = forloeb.enhed_id

    union all

    select
        null as enhed_id,
        null as enhedsnr,
        case when hele.enhed_id is null then oevrige_navn(enheder.enhedsnavn) else faelles_navn(enheder.enhedsnavn) end
            as enhedsnavn,
        case when hele.enhed_id is null then 'øvrige' else 'fælles' end as niveau,
        false as er_nedlagt,
        faelles.gns_medarbejdere >= 1 as har_rater,
        faelles.gns_medarbejdere,
        case
            when faelles.gns_medarbejdere >= bygning.mindste_medarbejdere
                then
                    faelles.dagsvaerk
                    / nullif(som_nytal(bygning.nytal, faelles.gns_medarbejdere, faelles.gns_fuldtid), 0)
        end as sygedage,
        null as langtidsandel,
        null as langtidsfriske_andel,
        null as maaltal,
        null as maaltal_kilde,
        null as afstand_til_maaltal,
        null as aendring_kvartal,
        null as aendring_aar,
        false as kvartal_er_signal,
        null as kvartal_grund,
        false as aar_er_signal,
        null as aar_grund,
        null as kvartaler

    from faelles

    inner join enheder
        on enheder.enhed_id = $enhed_id

    left join egne_enheder as hele
        on enheder.enhed_id = hele.enhed_id

    cross join bygning

)

select *

from linjer

order by er_nedlagt, enhed_id is null, coalesce(enhed_id < 0, false), enhedsnavn collate da
