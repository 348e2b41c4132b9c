-- The children whose employees must be looked at one by one in a window. The others are so large that no two employees
-- can hold too much, with the known leaders or without them, and so much of their absence is long that as many have it
-- as any limit asks, whoever they are: nobody has more dagsværk in a window than the employee with most has in all.
-- Korn: barn_id, vindue_nr. Midlertidig.
with

pr_medarbejder as (

    select sum(dagsvaerk_e8) as dagsvaerk_e8

    from sygeceller

    where kategori = 'population'

    group by medarbejdernr

),

mest as (

    select coalesce(max(dagsvaerk_e8), 0) as dagsvaerk_e8
    from pr_medarbejder

)

select
    barn_tal.barn_id,
    barn_tal.vindue_nr

from barn_tal

cross join mest

left join barn_ledere
    on barn_tal.barn_id = barn_ledere.barn_id and barn_tal.vindue_nr = barn_ledere.vindue_nr

where
    (barn_tal.dagsvaerk_e8 - coalesce(barn_ledere.dagsvaerk_e8, 0))::hugeint * $dominans_del
    < mest.dagsvaerk_e8 * 2 * $dominans_hele
    or barn_tal.dagsvaerk_lang_e8 <= mest.dagsvaerk_e8 * ($mindst_med_langtid - 1)
