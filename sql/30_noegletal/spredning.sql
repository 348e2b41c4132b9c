-- The kommune's mean and the spread of one medarbejder around it, for the limits of chance: a unit of n medarbejdere
-- has the variance spredning² / n. An employee of half the year weighs half; sums are exact until the last line.
-- Enhed: sygedage pr. medarbejder (or årsværk). Korn: vindue_nr (kvartal, rullende).
with

ansatte as (

    select
        naere_vinduer.sidste_maaned,
        ansaettelser.medarbejdernr,
        sum(
            (
                date_diff(
                    'day',
                    greatest(ansaettelser.fra, foerste.foerste_dag),
                    least(ansaettelser.til, naere_vinduer.slutdato)
                ) + 1
            ) * som_nytal($nytal, 100000000, ansaettelser.grad_e8)
        )::bigint as ansat_e8

    from ansaettelser

    inner join naere_vinduer
        on ansaettelser.fra <= naere_vinduer.slutdato

    inner join maaneder as foerste
        on naere_vinduer.foerste_maaned = foerste.maaned_nr and ansaettelser.til >= foerste.foerste_dag

    where ansaettelser.er_i_populationen

    group by naere_vinduer.sidste_maaned, ansaettelser.medarbejdernr

),

syge as (

    select
        sidste_maaned,
        medarbejdernr,
        sum(dagsvaerk_e8)::bigint as dagsvaerk_e8

    from syge_personer

    group by sidste_maaned, medarbejdernr

),

summer as (

    select
        ansatte.sidste_maaned,
        sum(ansatte.ansat_e8)::double as ansat,
        sum(coalesce(syge.dagsvaerk_e8, 0))::double as syg,
        sum(ansatte.ansat_e8::hugeint * ansatte.ansat_e8)::double as ansat_ansat,
        sum(ansatte.ansat_e8::hugeint * coalesce(syge.dagsvaerk_e8, 0))::double as ansat_syg,
        sum(coalesce(syge.dagsvaerk_e8, 0)::hugeint * coalesce(syge.dagsvaerk_e8, 0))::double as syg_syg

    from ansatte

    left join syge
        on ansatte.sidste_maaned = syge.sidste_maaned and ansatte.medarbejdernr = syge.medarbejdernr

    group by ansatte.sidste_maaned

),

rater as (          -- per year of employment

    select
        perioder.vindue_nr,
        perioder.dage,
        summer.*,
        summer.syg / nullif(summer.ansat, 0) as rate

    from summer

    inner join perioder
        on
            summer.sidste_maaned = perioder.sidste_maaned
            and perioder.vindue = 'rullende'
            and perioder.periodetype = 'kvartal'

)

select
    vindue_nr,
    rate * dage as sygedage,
    sqrt(
        greatest(syg_syg - 2 * rate * ansat_syg + rate * rate * ansat_ansat, 0) * dage / ansat / 100000000
    ) as spredning

from rater

where ansat > 0
