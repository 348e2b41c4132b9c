-- The employees a pooling needs to know apart: the two highest of each child but for the known leaders, these leaders,
-- and those in several children of a node.
-- Enhed: dagsværk in hundred millionths (e8). Korn: barn_id, vindue_nr, medarbejdernr. Midlertidig.
with

hoejeste as (

    select
        barn_id,
        vindue_nr,
        unnest(arg_max(medarbejdernr, dagsvaerk_e8::hugeint * 1000000000 + medarbejdernr, 2)) as medarbejdernr

    from barn_personer

    where medarbejdernr not in (select synlige_ledere.medarbejdernr from synlige_ledere)

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

    union

    select
        barn_id,
        vindue_nr,
        medarbejdernr
    from barn_personer
    where medarbejdernr in (select synlige_ledere.medarbejdernr from synlige_ledere)

)

select
    barn_personer.barn_id,
    barn_personer.vindue_nr,
    barn_personer.medarbejdernr,
    barn_personer.dagsvaerk_e8,
    barn_personer.er_lang,
    synlige_ledere.medarbejdernr is not null as er_leder

from barn_personer

inner join kendte
    on
        barn_personer.barn_id = kendte.barn_id
        and barn_personer.vindue_nr = kendte.vindue_nr
        and barn_personer.medarbejdernr = kendte.medarbejdernr

left join synlige_ledere
    on barn_personer.medarbejdernr = synlige_ledere.medarbejdernr
