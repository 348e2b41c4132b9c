-- How many employees with long absence each child has in each window; where they need not be counted, the most any
-- limit asks for.
-- Korn: barn_id, vindue_nr. Midlertidig.
with

talte as (

    select
        barn_id,
        vindue_nr,
        count(*) filter (where er_lang) as med_langtid

    from barn_personer

    group by barn_id, vindue_nr

)

select
    barn_tal.barn_id,
    barn_tal.vindue_nr,
    case when barn_uafklarede.barn_id is null then $mindst_med_langtid else coalesce(talte.med_langtid, 0) end
        as med_langtid

from barn_tal

left join barn_uafklarede
    on barn_tal.barn_id = barn_uafklarede.barn_id and barn_tal.vindue_nr = barn_uafklarede.vindue_nr

left join talte
    on barn_tal.barn_id = talte.barn_id and barn_tal.vindue_nr = talte.vindue_nr
