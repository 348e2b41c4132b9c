-- What each employee left out of the population would add to the kommune's figure in a quarter's rolling window.
-- Enhed: dagsværk and grad-weighted days in hundred millionths (e8). Korn: vindue_nr, medarbejdernr, aarsag,
-- moenster_nr. Midlertidig.
with

vinduer as (

    select
        perioder.vindue_nr,
        perioder.foerste_maaned,
        perioder.sidste_maaned,
        foerste.foerste_dag,
        perioder.slutdato

    from perioder

    inner join maaneder as foerste
        on perioder.foerste_maaned = foerste.maaned_nr

    where perioder.periodetype = 'kvartal' and perioder.vindue = 'rullende'

),

dele as (

    select
        vinduer.vindue_nr,
        udeladte_ansatte.medarbejdernr,
        udeladte_ansatte.aarsag,
        udeladte_ansatte.moenster_nr,
        udeladte_ansatte.titel,
        udeladte_ansatte.grad_e8 * (
            date_diff(
                'day',
                greatest(udeladte_ansatte.fra, vinduer.foerste_dag),
                least(udeladte_ansatte.til, vinduer.slutdato)
            ) + 1
        ) as fuldtid_dage_e8,
        0 as dagsvaerk_e8
    from udeladte_ansatte
    inner join vinduer
        on udeladte_ansatte.fra <= vinduer.slutdato and udeladte_ansatte.til >= vinduer.foerste_dag

    union all

    select
        vinduer.vindue_nr,
        udeladte_ansatte.medarbejdernr,
        udeladte_ansatte.aarsag,
        udeladte_ansatte.moenster_nr,
        udeladte_ansatte.titel,
        0 as fuldtid_dage_e8,
        sygeceller.dagsvaerk_e8
    from sygeceller
    inner join udeladte_ansatte
        on
            sygeceller.medarbejdernr = udeladte_ansatte.medarbejdernr
            and sygeceller.fra between udeladte_ansatte.fra and udeladte_ansatte.til
    inner join vinduer
        on sygeceller.maaned_nr between vinduer.foerste_maaned and vinduer.sidste_maaned
    where sygeceller.kategori = 'uden for populationen'

)

select
    vindue_nr,
    medarbejdernr,
    aarsag,
    moenster_nr,
    min(
        {
            'laengde': length(titel),
            'titel': titel
        }
    ) as korteste,
    sum(fuldtid_dage_e8)::bigint as fuldtid_dage_e8,
    sum(dagsvaerk_e8)::bigint as dagsvaerk_e8

from dele

group by vindue_nr, medarbejdernr, aarsag, moenster_nr
