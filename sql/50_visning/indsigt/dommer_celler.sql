-- What the judge knows of everybody: employed days and dagsværk, unit by unit and month by month. fælles: the unit has
-- units of its own. Enhed: days, dagsværk in hundred millionths (e8). Korn: enhed_id, maaned_nr, medarbejdernr.
with

steder as (         -- where a placement is, and not only below what

    select
        tilhoer.placering_id,
        arg_max(tilhoer.enhed_id, enheder.dybde) as enhed_id

    from tilhoer

    inner join enheder
        on tilhoer.enhed_id = enheder.enhed_id and enheder.niveau_nr < 8

    group by tilhoer.placering_id

),

ansatte as (

    select
        steder.enhed_id,
        maaneder.maaned_nr,
        ansaettelser.medarbejdernr,
        date_diff(
            'day',
            greatest(ansaettelser.fra, maaneder.foerste_dag),
            least(ansaettelser.til, maaneder.sidste_dag)
        ) + 1 as dage,
        0 as dagsvaerk_e8

    from ansaettelser

    inner join steder
        on ansaettelser.placering_id = steder.placering_id

    inner join maaneder
        on ansaettelser.fra <= maaneder.sidste_dag and ansaettelser.til >= maaneder.foerste_dag

    where ansaettelser.er_i_populationen

),

syge as (

    select
        steder.enhed_id,
        sygeceller.maaned_nr,
        sygeceller.medarbejdernr,
        0 as dage,
        sygeceller.dagsvaerk_e8

    from sygeceller

    inner join steder
        on sygeceller.placering_id = steder.placering_id

    where sygeceller.kategori = 'population'

),

alle as (

    select * from ansatte

    union all

    select * from syge

)

select
    alle.enhed_id,
    alle.maaned_nr,
    alle.medarbejdernr,
    ledernumre.medarbejdernr is not null as er_leder,
    sum(alle.dage)::bigint as dage,
    sum(alle.dagsvaerk_e8)::bigint as dagsvaerk_e8

from alle

left join ledernumre
    on alle.medarbejdernr = ledernumre.medarbejdernr

where
    exists (
        select 1
        from perioder
        where
            perioder.vindue = 'alene'
            and perioder.periodetype = 'maaned'
            and perioder.sidste_maaned = alle.maaned_nr
    )

group by alle.enhed_id, alle.maaned_nr, alle.medarbejdernr, ledernumre.medarbejdernr
