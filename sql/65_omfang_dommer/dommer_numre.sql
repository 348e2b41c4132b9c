-- Every employee under a number of her own, whether others see her by name, and the part she is in on the udtræksdato.
-- Korn: medarbejdernr. Midlertidig.
with

placerede as (

    select
        ansaettelser.medarbejdernr,
        any_value(dommer_placeringer.del) as del

    from maal.ansaettelser

    inner join dommer_placeringer
        on ansaettelser.placering_id = dommer_placeringer.placering_id

    inner join maal.bygning
        on bygning.udtraeksdato between ansaettelser.fra and ansaettelser.til

    group by ansaettelser.medarbejdernr

)

select
    alle.medarbejdernr,
    row_number() over (order by alle.medarbejdernr) - 1 as nummer,
    alle.medarbejdernr in (select dommer_kendte.medarbejdernr from dommer_kendte) as er_kendt,
    placerede.del

from (select distinct ansaettelser.medarbejdernr from maal.ansaettelser) as alle

left join placerede
    on alle.medarbejdernr = placerede.medarbejdernr
