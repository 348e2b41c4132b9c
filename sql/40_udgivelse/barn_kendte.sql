-- The employees a pooling needs to know apart: the two highest of each child, and those in several children of a node.
-- Enhed: dagsværk in hundred millionths (e8). Korn: barn_id, vindue_nr, medarbejdernr. Midlertidig.
with

nummererede as (

    select
        *,
        row_number() over (
            partition by barn_id, vindue_nr order by dagsvaerk_e8 desc, medarbejdernr asc
        ) as plads,
        count(*) over (partition by opdeling, overordnet_id, vindue_nr, medarbejdernr) as antal_boern

    from barn_personer

)

select
    nummererede.barn_id,
    nummererede.vindue_nr,
    nummererede.medarbejdernr,
    nummererede.dagsvaerk_e8,
    nummererede.er_lang

from nummererede

inner join barn_langtid
    on nummererede.barn_id = barn_langtid.barn_id and nummererede.vindue_nr = barn_langtid.vindue_nr

where nummererede.plads <= 2 or nummererede.antal_boern > 1
