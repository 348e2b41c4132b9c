-- How many of the population are placed directly on each unit on the udtræksdato: those a leder of it would follow up.
-- `sti_id`: the unit and those above it. Korn: enhed_id.
with

ansatte as (

    select
        placeringer.enhedsnr as enhed_id,
        count(*) as antal_ansatte

    from maal.ansaettelser

    inner join maal.placeringer
        on ansaettelser.placering_id = placeringer.placering_id

    inner join maal.bygning
        on bygning.udtraeksdato between ansaettelser.fra and ansaettelser.til

    where ansaettelser.er_i_populationen

    group by placeringer.enhedsnr

)

select
    ansatte.enhed_id,
    any_value(ansatte.antal_ansatte) as antal_ansatte,
    list(enhed_overordnede.overordnet_id) as sti_id

from ansatte

inner join maal.enhed_overordnede
    on ansatte.enhed_id = enhed_overordnede.enhed_id

group by ansatte.enhed_id
