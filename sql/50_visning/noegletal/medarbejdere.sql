-- The employees placed under a node that a user sees: what each was sick in the newest twelve whole months, and whether
-- now. dagsvaerk_her is the part that stands in the node's own figures. No art, no cause.
-- An employee whose unit the user has no figures of (a chef's leaders) stands under every node.
-- Enhed: dagsværk. Korn: medarbejdernr.
with recursive

valgte as (

    select enhed_id
    from enheder
    where enhed_id = $enhed_id

    union all

    select enheder.enhed_id
    from valgte
    inner join enheder
        on valgte.enhed_id = enheder.overordnet_id

),

vindue as (

    select
        max(foerste_maaned) as foerste_maaned,
        max(sidste_maaned) as sidste_maaned
    from perioder
    where periodetype = 'maaned' and vindue = 'rullende'

),

fravaeret as (

    select
        persondage.medarbejdernr,
        sum(persondage.dagsvaerk_e8) filter (where persondage.maaned_nr <= vindue.sidste_maaned) as dagsvaerk_e8,
        sum(case when persondage.taeller and valgte.enhed_id is not null then persondage.dagsvaerk_e8 end) filter (
            where persondage.maaned_nr <= vindue.sidste_maaned
        ) as dagsvaerk_her_e8,
        count(distinct persondage.forloeb_fra) filter (
            where persondage.maaned_nr <= vindue.sidste_maaned
        ) as antal_forloeb,
        max(persondage.forloeb_fra) filter (where persondage.til >= bygning.udtraeksdato) as syg_siden

    from persondage

    cross join vindue

    cross join bygning

    left join valgte
        on persondage.enhed_id = valgte.enhed_id

    group by persondage.medarbejdernr

)

select
    nummer(personer.medarbejdernr) as medarbejdernr,
    personer.navn,
    enheder.enhedsnavn,
    personer.aarsag,
    personer.er_i_populationen,
    personer.er_langtidsfrisk,
    dagsvaerk(coalesce(fravaeret.dagsvaerk_e8, 0)::bigint) as dagsvaerk,
    dagsvaerk(coalesce(fravaeret.dagsvaerk_her_e8, 0)::bigint) as dagsvaerk_her,
    coalesce(fravaeret.antal_forloeb, 0)::integer as antal_forloeb,
    fravaeret.syg_siden is not null as er_syg_nu,
    case
        when maaned_nr(fravaeret.syg_siden) >= vindue.foerste_maaned then fravaeret.syg_siden
    end as syg_siden

from personer

left join enheder
    on personer.enhed_id = enheder.enhed_id

left join fravaeret
    on personer.medarbejdernr = fravaeret.medarbejdernr

cross join vindue

where personer.enhed_id in (select valgte.enhed_id from valgte) or enheder.enhed_id is null

order by dagsvaerk desc, personer.navn collate da asc, personer.medarbejdernr asc
