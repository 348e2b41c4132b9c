-- Employed days and dagsværk of everybody, part by part and month by month; naevner: the days, or days times grad,
-- that rates are divided by. Enhed: days, dagsværk in hundred millionths (e8). Korn: del, maaned_nr, nummer.
with

alle as (

    select
        ansaettelser.placering_id,
        dommer_maaneder.maaned_nr,
        ansaettelser.medarbejdernr,
        date_diff(
            'day',
            greatest(ansaettelser.fra, dommer_maaneder.foerste_dag),
            least(ansaettelser.til, dommer_maaneder.sidste_dag)
        ) + 1 as dage,
        ansaettelser.grad_e8,
        0 as dagsvaerk_e8

    from maal.ansaettelser

    inner join dommer_maaneder
        on ansaettelser.fra <= dommer_maaneder.sidste_dag and ansaettelser.til >= dommer_maaneder.foerste_dag

    where ansaettelser.er_i_populationen

    union all

    select
        sygeceller.placering_id,
        sygeceller.maaned_nr,
        sygeceller.medarbejdernr,
        0 as dage,
        0 as grad_e8,
        sygeceller.dagsvaerk_e8

    from maal.sygeceller

    inner join dommer_maaneder
        on sygeceller.maaned_nr = dommer_maaneder.maaned_nr

    where sygeceller.kategori = 'population'

)

select
    dommer_placeringer.del,
    alle.maaned_nr,
    dommer_numre.nummer,
    sum(alle.dage)::bigint as dage,
    sum(alle.dagsvaerk_e8)::bigint as dagsvaerk_e8,
    sum(alle.dage * som_nytal(bygning.nytal, 100000000, alle.grad_e8))::bigint as naevner_e8

from alle

inner join dommer_placeringer
    on alle.placering_id = dommer_placeringer.placering_id

inner join dommer_numre
    on alle.medarbejdernr = dommer_numre.medarbejdernr

cross join maal.bygning

group by dommer_placeringer.del, alle.maaned_nr, dommer_numre.nummer
