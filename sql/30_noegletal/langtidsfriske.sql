-- Those employed in the population on a month's last day, those of them who can be judged (two years in the population)
-- and those of these who are langtidsfriske. The employee belongs to the unit held on that day.
-- Enhed: antal medarbejdere. Korn: enhed_id, maaned_nr. Midlertidig.
with

bedoemte as (       -- one row for each of them on the last day of each month

    select
        ansaettelser.medarbejdernr,
        ansaettelser.placering_id,
        unnest(
            range(
                greatest(medarbejder_to_aar.fra_maaned, maaned_nr(ansaettelser.fra)),
                least(medarbejder_to_aar.til_maaned + 1, maaned_nr(ansaettelser.til + 1))
            )
        ) as maaned_nr

    from ansaettelser

    inner join medarbejder_to_aar
        on ansaettelser.medarbejdernr = medarbejder_to_aar.medarbejdernr

    where ansaettelser.er_i_populationen

),

optalte as (

    select
        bedoemte.placering_id,
        bedoemte.maaned_nr,
        count(*) as antal_grundlag,
        count(medarbejder_frisk.medarbejdernr) as antal_langtidsfriske

    from bedoemte

    left join medarbejder_frisk
        on
            bedoemte.medarbejdernr = medarbejder_frisk.medarbejdernr
            and bedoemte.maaned_nr between medarbejder_frisk.fra_maaned and medarbejder_frisk.til_maaned

    group by bedoemte.placering_id, bedoemte.maaned_nr

)

select
    tilhoer.enhed_id,
    ansatte_maaneder.maaned_nr,
    sum(ansatte_maaneder.ansatte_ultimo)::bigint as antal_ansatte,
    coalesce(sum(optalte.antal_grundlag), 0)::bigint as antal_grundlag,
    coalesce(sum(optalte.antal_langtidsfriske), 0)::bigint as antal_langtidsfriske

from ansatte_maaneder

inner join tilhoer
    on ansatte_maaneder.placering_id = tilhoer.placering_id

left join optalte
    on
        ansatte_maaneder.placering_id = optalte.placering_id
        and ansatte_maaneder.maaned_nr = optalte.maaned_nr

where ansatte_maaneder.ansatte_ultimo > 0

group by tilhoer.enhed_id, ansatte_maaneder.maaned_nr
