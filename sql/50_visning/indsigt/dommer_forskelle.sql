-- The rounded differences a user is shown of a group in two windows.
-- Enhed: days pr. medarbejder or årsværk, one decimal. Korn: overordnet_id, gruppe_id, sidste_maaned, siden.
select
    udgivne_forskelle.overordnet_id,
    udgivne_forskelle.gruppe_id,
    perioder.foerste_maaned,
    perioder.sidste_maaned,
    foer.foerste_maaned as foer_foerste_maaned,
    foer.sidste_maaned as foer_sidste_maaned,
    udgivne_forskelle.sygedage::double as sygedage

from udgivne_forskelle

inner join perioder
    on udgivne_forskelle.vindue_nr = perioder.vindue_nr

inner join perioder as foer
    on udgivne_forskelle.foer_vindue_nr = foer.vindue_nr

where udgivne_forskelle.sygedage is not null

order by udgivne_forskelle.gruppe_id, perioder.sidste_maaned, udgivne_forskelle.siden, udgivne_forskelle.overordnet_id
