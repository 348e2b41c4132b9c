-- The employees a pooling needs to know apart: the two highest of each child, and those in several children of a node.
-- Enhed: dagsværk in hundred millionths (e8). Korn: barn_id, vindue_nr, medarbejdernr. Midlertidig.
with

hoejeste as (

    select
        barn_id,
        vindue_nr,
        unnest(arg_max(medarbejdernr, dagsvaerk_e8::hugeint * 1000000000 + medarbejdernr, 2)) as medarbejdernr

    from barn_personer

    group by barn_id, vindue_nr

),

flyttede as (       -- with dagsværk in two children of one node

    select
        boern.opdeling,
        boern.overordnet_id,
        barn_personer.vindue_nr,
        barn_personer.medarbejdernr

    from barn_personer

    inner join boern
        on barn_personer.barn_id = boern.barn_id

    group by boern.opdeling, boern.overordnet_id, barn_personer.vindue_nr, barn_personer.medarbejdernr

    having count(*) > 1

),

kendte as (

    select
        barn_id,
        vindue_nr,
        medarbejdernr
    from hoejeste

    union

    select
        boern.barn_id,
        flyttede.vindue_nr,
        flyttede.medarbejdernr
    from flyttede
    inner join boern
        on flyttede.opdeling = boern.opdeling and flyttede.overordnet_id = boern.overordnet_id

)

select
    barn_personer.barn_id,
    barn_personer.vindue_nr,
    barn_personer.medarbejdernr,
    barn_personer.dagsvaerk_e8,
    barn_personer.er_lang

from barn_personer

inner join kendte
    on
        barn_personer.barn_id = kendte.barn_id
        and barn_personer.vindue_nr = kendte.vindue_nr
        and barn_personer.medarbejdernr = kendte.medarbejdernr
