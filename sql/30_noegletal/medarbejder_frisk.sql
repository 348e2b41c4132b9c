-- The month ends at which an employee is langtidsfrisk: two years in the population, with less than the limit in the
-- year up to the month end, and less than the limit in the year before that.
-- Korn: medarbejdernr, fra_maaned (to til_maaned, included). Midlertidig.
with

friske as (

    select
        medarbejder_to_aar.medarbejdernr,
        greatest(medarbejder_to_aar.fra_maaned, aaret.fra_maaned, aaret_foer.fra_maaned + 12) as fra_maaned,
        least(medarbejder_to_aar.til_maaned, aaret.til_maaned, aaret_foer.til_maaned + 12) as til_maaned

    from medarbejder_to_aar

    inner join medarbejder_under_graensen as aaret
        on medarbejder_to_aar.medarbejdernr = aaret.medarbejdernr

    inner join medarbejder_under_graensen as aaret_foer
        on medarbejder_to_aar.medarbejdernr = aaret_foer.medarbejdernr

)

select
    medarbejdernr,
    fra_maaned,
    til_maaned

from friske

where fra_maaned <= til_maaned
