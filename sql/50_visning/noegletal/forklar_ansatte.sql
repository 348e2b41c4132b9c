-- The employed days behind a node's figure in a window, by employee. They add up to its gns. medarbejdere.
-- Enhed: days, and days weighted with grad. Korn: medarbejdernr.
with

vindue as (

    select
        min(maaneder.foerste_dag) as fra,
        max(maaneder.sidste_dag) as til,
        any_value(perioder.dage) as dage

    from perioder

    inner join maaneder
        on maaneder.maaned_nr between perioder.foerste_maaned and perioder.sidste_maaned

    where perioder.periode = $periode and perioder.vindue = 'rullende'

)

select
    nummer(ansaettelser.medarbejdernr) as medarbejdernr,
    sum(date_diff('day', greatest(ansaettelser.fra, vindue.fra), least(ansaettelser.til, vindue.til)) + 1)::bigint
        as ansat_dage,
    dagsvaerk(
        sum(
            (date_diff('day', greatest(ansaettelser.fra, vindue.fra), least(ansaettelser.til, vindue.til)) + 1)
            * ansaettelser.grad_e8
        )::bigint
    ) as fuldtid_dage,
    any_value(vindue.dage) as vindue_dage

from ansaettelser

cross join vindue

inner join tilhoer
    on ansaettelser.placering_id = tilhoer.placering_id and tilhoer.enhed_id = $enhed_id

where
    ansaettelser.er_i_populationen
    and ansaettelser.fra <= vindue.til
    and ansaettelser.til >= vindue.fra

group by ansaettelser.medarbejdernr

order by ansaettelser.medarbejdernr
