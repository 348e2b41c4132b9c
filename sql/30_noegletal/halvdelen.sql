-- How few employees stand for half of a node's dagsværk, for nodes of some size. Korn: enhed_id, vindue_nr.
with

enhedens as (

    select
        tilhoer.enhed_id,
        syge_personer.sidste_maaned,
        syge_personer.medarbejdernr,
        sum(syge_personer.dagsvaerk_e8)::bigint as dagsvaerk_e8

    from syge_personer

    inner join tilhoer
        on syge_personer.placering_id = tilhoer.placering_id

    group by tilhoer.enhed_id, syge_personer.sidste_maaned, syge_personer.medarbejdernr

),

opsummerede as (    -- the most absent first

    select
        enhed_id,
        sidste_maaned,
        row_number() over flest_foerst as antal,
        sum(dagsvaerk_e8) over flest_foerst as dagsvaerk_hidtil_e8,
        sum(dagsvaerk_e8) over (partition by enhed_id, sidste_maaned) as dagsvaerk_e8

    from enhedens

    window flest_foerst as (
        partition by enhed_id, sidste_maaned
        order by dagsvaerk_e8 desc, medarbejdernr asc
        rows unbounded preceding
    )

)

select
    opsummerede.enhed_id,
    perioder.vindue_nr,
    min(opsummerede.antal)::integer as antal_personer

from opsummerede

inner join perioder
    on opsummerede.sidste_maaned = perioder.sidste_maaned and perioder.vindue = 'rullende'

inner join sygefravaer
    on opsummerede.enhed_id = sygefravaer.enhed_id and perioder.vindue_nr = sygefravaer.vindue_nr

where
    sygefravaer.gns_medarbejdere >= $mindste_gruppe
    and opsummerede.dagsvaerk_e8 > 0
    and 2 * opsummerede.dagsvaerk_hidtil_e8 >= opsummerede.dagsvaerk_e8

group by opsummerede.enhed_id, perioder.vindue_nr
