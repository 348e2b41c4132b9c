-- How many of a personalegruppe are in each unit and each "fælles": what the personalegrupper may not tell beside the
-- units' own figures. Enhed: days, dagsværk in hundred millionths (e8).
-- Korn: enhed_id, barn_id, vindue_nr. Midlertidig.
select
    barn_placeringer.barn_id as enhed_id,
    personalegruppe_placeringer.barn_id,
    placering_vinduer.vindue_nr,
    sum(placering_vinduer.ansat_dage)::bigint as ansat_dage,
    sum(placering_vinduer.dagsvaerk_e8)::bigint as dagsvaerk_e8

from boern

inner join barn_placeringer
    on boern.barn_id = barn_placeringer.barn_id

inner join personalegruppe_placeringer
    on barn_placeringer.placering_id = personalegruppe_placeringer.placering_id

inner join placering_vinduer
    on barn_placeringer.placering_id = placering_vinduer.placering_id

where boern.opdeling = 'enheder' and boern.overordnet_id is not null and placering_vinduer.ansat_dage > 0

group by barn_placeringer.barn_id, personalegruppe_placeringer.barn_id, placering_vinduer.vindue_nr
