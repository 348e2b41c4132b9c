-- Dagsværk per record and month. Counting working days from the record's start, a cell is the rounded share up to its
-- last day less the rounded share up to the day before its first: a record's cells add up to the record exactly.
-- Enhed: dagsværk in hundred millionths (e8). Korn: raekke_id, maaned_nr, placering_id, kategori, fra.
with

hele as (           -- most records lie within one month and one employment

    select
        raekke_id,
        medarbejdernr,
        placering_id,
        kategori,
        lang_fra_maaned,
        maaned_nr(fra) as maaned_nr,
        fra,
        til,
        dagsvaerk_e8

    from sygedele

    where er_hele_posten and maaned_nr(fra) = maaned_nr(til)

),

maanedsdele as (

    select
        *,
        unnest(range(maaned_nr(fra), maaned_nr(til) + 1)) as maaned_nr

    from sygedele

    where not er_hele_posten or maaned_nr(fra) < maaned_nr(til)

),

afgraensede as (

    select
        *,
        greatest(fra, make_date((maaned_nr // 12)::integer, (maaned_nr % 12 + 1)::integer, 1)) as celle_fra,
        least(til, last_day(make_date((maaned_nr // 12)::integer, (maaned_nr % 12 + 1)::integer, 1))) as celle_til

    from maanedsdele

),

delte as (

    select
        afgraensede.raekke_id,
        afgraensede.medarbejdernr,
        afgraensede.placering_id,
        afgraensede.kategori,
        afgraensede.lang_fra_maaned,
        afgraensede.maaned_nr,
        afgraensede.celle_fra,
        afgraensede.celle_til,
        afgraensede.dagsvaerk_e8,
        afgraensede.dage_i_alt,
        case
            when afgraensede.er_paa_arbejdsdage
                then
                    fra_dag.arbejdsdage - fra_dag.er_arbejdsdag::integer
                    - start_dag.arbejdsdage + start_dag.er_arbejdsdag::integer
            else date_diff('day', afgraensede.foerste_dag, afgraensede.celle_fra)
        end as dage_foer,
        case
            when afgraensede.er_paa_arbejdsdage
                then til_dag.arbejdsdage - start_dag.arbejdsdage + start_dag.er_arbejdsdag::integer
            else date_diff('day', afgraensede.foerste_dag, afgraensede.celle_til) + 1
        end as dage_til

    from afgraensede

    inner join kalender as start_dag
        on afgraensede.foerste_dag = start_dag.dag

    inner join kalender as fra_dag
        on afgraensede.celle_fra = fra_dag.dag

    inner join kalender as til_dag
        on afgraensede.celle_til = til_dag.dag

)

select
    raekke_id,
    medarbejdernr,
    placering_id,
    kategori,
    lang_fra_maaned,
    maaned_nr,
    fra,
    til,
    dagsvaerk_e8
from hele

union all

select
    raekke_id,
    medarbejdernr,
    placering_id,
    kategori,
    lang_fra_maaned,
    maaned_nr,
    celle_fra as fra,
    celle_til as til,
    andel_af(dagsvaerk_e8, dage_til, dage_i_alt) - andel_af(dagsvaerk_e8, dage_foer, dage_i_alt) as dagsvaerk_e8
from delte
