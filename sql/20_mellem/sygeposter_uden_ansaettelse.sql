-- Sick records no day of which finds an employment of their employee.
-- Korn: raekke_id. Midlertidig.
with

mangler_dage as (

    select raekke_id

    from sygedele

    where kategori = 'uden ansættelse'

    group by raekke_id

)

select mangler_dage.raekke_id

from mangler_dage

where
    not exists (
        select 1
        from sygedele
        where
            sygedele.raekke_id = mangler_dage.raekke_id
            and sygedele.placering_id is not null
    )
