-- How many employees with long absence each child has in each window. Korn: barn_id, vindue_nr. Midlertidig.
select
    barn_tal.barn_id,
    barn_tal.vindue_nr,
    count(*) filter (where barn_personer.er_lang) as med_langtid

from barn_tal

left join barn_personer
    on barn_tal.barn_id = barn_personer.barn_id and barn_tal.vindue_nr = barn_personer.vindue_nr

group by barn_tal.barn_id, barn_tal.vindue_nr
