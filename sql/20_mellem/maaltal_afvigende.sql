-- The måltal of the delivery that say something else than what was decided here, which goes before them; compared with
-- the one decimal a decision has.
-- Enhed: tenths of sygedage pr. medarbejder. Korn: enhed_id, aar.
with

begge as (

    select
        maaltal_leveret.enhed_id,
        maaltal_leveret.aar,
        divider_afrundet(maaltal_leveret.maaltal_e8, 10000000)::bigint as tiendedele,
        divider_afrundet(maaltal_besluttet.maaltal_e8, 10000000)::bigint as besluttede_tiendedele

    from maaltal_leveret

    inner join maaltal_besluttet
        on maaltal_leveret.enhed_id = maaltal_besluttet.enhed_id and maaltal_leveret.aar = maaltal_besluttet.aar

)

select *

from begge

where tiendedele <> besluttede_tiendedele
