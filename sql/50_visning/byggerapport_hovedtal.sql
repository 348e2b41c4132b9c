-- The kommune's figures in the newest complete quarter that is not foreløbig, else the newest. Korn: én række.
select
    noegletal.periode,
    noegletal.er_foreloebig,
    noegletal.sygedage,
    noegletal.aendring_kvartal,
    noegletal.aendring_aar,
    noegletal.langtidsandel,
    noegletal.langtidsandel_aendring_kvartal,
    noegletal.langtidsfriske_andel,
    noegletal.langtidsfriske_aendring_kvartal,
    noegletal.gns_medarbejdere

from noegletal

inner join enheder
    on noegletal.enhed_id = enheder.enhed_id

where
    noegletal.periodetype = 'kvartal'
    and noegletal.vindue = 'rullende'
    and enheder.dybde = 0
    and enheder.niveau_nr < 8

order by noegletal.er_foreloebig, noegletal.periode desc

limit 1
