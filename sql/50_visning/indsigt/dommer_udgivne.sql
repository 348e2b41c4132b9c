-- The rounded figures a user is shown, each in its window. Enhed: days pr. medarbejder or årsværk, one decimal.
-- Korn: overordnet_id, gruppe_id, foerste_maaned, sidste_maaned.
select
    udgivne_tal.overordnet_id,
    udgivne_tal.gruppe_id,
    perioder.foerste_maaned,
    perioder.sidste_maaned,
    udgivne_tal.sygedage::double as sygedage

from udgivne_tal

inner join perioder
    on udgivne_tal.vindue_nr = perioder.vindue_nr

where udgivne_tal.sygedage is not null

order by udgivne_tal.gruppe_id, perioder.foerste_maaned, udgivne_tal.overordnet_id
