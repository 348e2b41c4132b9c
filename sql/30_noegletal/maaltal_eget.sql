-- The måltal a node has of its own, one a calendar year: what was decided here, else what the delivery says.
-- Enhed: sygedage pr. medarbejder in hundred millionths (e8). Korn: enhed_id, aar. Midlertidig.
with

besluttede as (     -- those of nodes there are

    select maaltal_besluttet.*

    from maaltal_besluttet

    inner join enheder
        on maaltal_besluttet.enhed_id = enheder.enhed_id

)

select
    coalesce(besluttede.enhed_id, maaltal_leveret.enhed_id) as enhed_id,
    coalesce(besluttede.aar, maaltal_leveret.aar) as aar,
    coalesce(besluttede.maaltal_e8, maaltal_leveret.maaltal_e8) as maaltal_e8,
    besluttede.enhed_id is not null as er_besluttet

from besluttede

full join maaltal_leveret
    on besluttede.enhed_id = maaltal_leveret.enhed_id and besluttede.aar = maaltal_leveret.aar
