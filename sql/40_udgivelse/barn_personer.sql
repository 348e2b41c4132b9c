-- What each employee was sick in each child of each node, window by window.
-- Enhed: dagsværk in hundred millionths (e8). Korn: barn_id, vindue_nr, medarbejdernr. Midlertidig.
with

barn_placeringer as (

    select
        boern.opdeling,
        boern.overordnet_id,
        boern.barn_id,
        boern.alle_vinduer,
        tilhoer.placering_id
    from boern
    inner join tilhoer
        on boern.barn_id = tilhoer.enhed_id

    union all

    select
        boern.opdeling,
        boern.overordnet_id,
        boern.barn_id,
        boern.alle_vinduer,
        placeringer.placering_id
    from boern
    inner join placeringer
        on boern.er_faelles and boern.overordnet_id = placeringer.enhedsnr

)

select
    barn_placeringer.opdeling,
    barn_placeringer.overordnet_id,
    barn_placeringer.barn_id,
    person_vinduer.vindue_nr,
    person_vinduer.medarbejdernr,
    sum(person_vinduer.dagsvaerk_e8)::bigint as dagsvaerk_e8,
    coalesce(bool_or(person_vinduer.er_lang), false) as er_lang

from person_vinduer

inner join barn_placeringer
    on
        person_vinduer.placering_id = barn_placeringer.placering_id
        and (barn_placeringer.alle_vinduer or person_vinduer.er_blandt_tre)

group by
    barn_placeringer.opdeling,
    barn_placeringer.overordnet_id,
    barn_placeringer.barn_id,
    person_vinduer.vindue_nr,
    person_vinduer.medarbejdernr
