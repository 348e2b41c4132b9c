-- The children a node's figures are shown by: its units, and "fælles" for those placed on the node itself where it
-- has units. The kommune stands under none; personalegrupper are another breakdown of it and of named groups.
-- alle_vinduer: every quarter end is shown, for there is a område or an afdeling among the parent's children.
-- Korn: barn_id. Midlertidig.
with

alle as (

    select
        'enheder' as opdeling,
        overordnet_id,
        enhed_id as barn_id,
        enhedsnavn as navn,
        niveau,
        niveau_nr,
        false as er_faelles

    from enheder

    where niveau not in ('gruppe', 'personalegruppe')

    union all

    select
        case when er_udenfor then 'udenfor' else 'personalegrupper' end as opdeling,
        overordnet_id,
        barn_id,
        navn,
        'personalegruppe' as niveau,
        9 as niveau_nr,
        false as er_faelles

    from personalegruppe_boern

    union all

    select
        'enheder' as opdeling,
        enheder.enhed_id as overordnet_id,
        faelles_id(enheder.enhed_id) as barn_id,
        faelles_navn(enheder.enhedsnavn) as navn,
        'fælles' as niveau,
        enheder.niveau_nr + 1 as niveau_nr,
        true as er_faelles

    from enheder

    where
        enheder.enhed_id in (select placeringer.enhedsnr from placeringer)
        and enheder.enhed_id in (select under.overordnet_id from enheder as under)

)

select
    *,
    not er_faelles and niveau_nr <= 2 as har_egen_regel,
    bool_or(not er_faelles and niveau_nr <= 2) over (partition by opdeling, overordnet_id) as alle_vinduer

from alle
