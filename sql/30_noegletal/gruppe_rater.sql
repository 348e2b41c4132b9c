-- What is to be expected of an employee of a personalegruppe, and the spread around it. A group of some size has its
-- own rate; the others are one, "øvrige", whose rate is weighed with the kommune's: F / (F + s² / τ²) of its own, none
-- below that size. s² is the spread of employees around their group's rate, τ² that of the groups around the kommune's.
-- Enhed: sygedage pr. årsværk of the window (pr. medarbejder without personalegrupper) and their squares; aarsvaerk.
-- Korn: vindue_nr, gruppe_nr.
with

samlede as (        -- øvrige as one, number 0

    select
        vindue_nr,
        case when er_egen then gruppe_nr else 0 end as samlet_nr,
        er_egen,
        any_value(dage) as dage,
        sum(ansat_e8)::hugeint as ansat_e8,
        sum(dagsvaerk_e8)::hugeint as dagsvaerk_e8,
        sum(ansat_ansat)::double as ansat_ansat,
        sum(ansat_syg)::double as ansat_syg,
        sum(syg_syg)::double as syg_syg

    from gruppe_summer

    group by vindue_nr, case when er_egen then gruppe_nr else 0 end, er_egen

),

med_rater as (

    select
        *,
        ansat_e8::double / 100000000 / dage as aarsvaerk,
        dagsvaerk_e8::double / ansat_e8 as rate_pr_dag,
        sum(dagsvaerk_e8) over (partition by vindue_nr)::double
        / sum(ansat_e8) over (partition by vindue_nr) as kommunens_rate_pr_dag

    from samlede

),

med_varians as (    -- the sum of (days - rate * employment)², per årsværk

    select
        *,
        rate_pr_dag * dage as rate,
        kommunens_rate_pr_dag * dage as kommunens_rate,
        greatest(syg_syg - 2 * rate_pr_dag * ansat_syg + rate_pr_dag * rate_pr_dag * ansat_ansat, 0)
        / 10000000000000000 / aarsvaerk as varians

    from med_rater

),

inden_for as (

    select
        vindue_nr,
        sum(varians * aarsvaerk order by samlet_nr) / sum(aarsvaerk order by samlet_nr) as s2

    from med_varians

    group by vindue_nr

),

mellem as (

    select
        med_varians.vindue_nr,
        inden_for.s2,
        coalesce(
            greatest(
                (
                    sum(
                        med_varians.aarsvaerk * (med_varians.rate - med_varians.kommunens_rate) ** 2
                        order by med_varians.samlet_nr
                    ) filter (where med_varians.er_egen)
                    - inden_for.s2 * (count(*) filter (where med_varians.er_egen) - 1)
                ) / sum(med_varians.aarsvaerk order by med_varians.samlet_nr) filter (where med_varians.er_egen),
                0
            ),
            0
        ) as tau2

    from med_varians

    inner join inden_for
        on med_varians.vindue_nr = inden_for.vindue_nr

    group by med_varians.vindue_nr, inden_for.s2

),

vaegtede as (

    select
        med_varians.*,
        mellem.s2,
        mellem.tau2,
        case
            when med_varians.er_egen then 1
            when med_varians.aarsvaerk < $forventet_gruppe_mindst then 0
            else
                coalesce(
                    med_varians.aarsvaerk * mellem.tau2
                    / nullif(med_varians.aarsvaerk * mellem.tau2 + mellem.s2, 0),
                    0
                )
        end as vaegt

    from med_varians

    inner join mellem
        on med_varians.vindue_nr = mellem.vindue_nr

)

select
    gruppe_summer.vindue_nr,
    gruppe_summer.gruppe_nr,
    gruppe_summer.er_egen,
    gruppe_summer.ansat_e8,
    gruppe_summer.ansat_e8::double / 100000000 / gruppe_summer.dage as aarsvaerk,
    vaegtede.rate,
    vaegtede.kommunens_rate,
    vaegtede.vaegt,
    vaegtede.vaegt * vaegtede.rate + (1 - vaegtede.vaegt) * vaegtede.kommunens_rate as forventet,
    vaegtede.varians,
    vaegtede.s2,
    vaegtede.tau2

from gruppe_summer

inner join vaegtede
    on
        gruppe_summer.vindue_nr = vaegtede.vindue_nr
        and case when gruppe_summer.er_egen then gruppe_summer.gruppe_nr else 0 end = vaegtede.samlet_nr
