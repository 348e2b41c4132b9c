-- Figur 1: the kommune's rolling sygedage by quarter, short and long. Enhed: dagsværk pr. medarbejder.
-- Korn: periode.
select
    noegletal.periode,
    noegletal.er_foreloebig,
    noegletal.sygedage,
    noegletal.sygedage * noegletal.langtidsandel as lang,
    noegletal.sygedage * (1 - noegletal.langtidsandel) as kort,
    noegletal.maaltal,
    enheder.enhedsnavn

from noegletal

inner join enheder
    on noegletal.enhed_id = enheder.enhed_id

where
    noegletal.vindue = 'rullende'
    and noegletal.periodetype = 'kvartal'
    and enheder.dybde = 0
    and enheder.niveau_nr < 8

order by noegletal.periode
