-- What the employees a user sees were sick in the twelve months ending with the udtræksdato's, wherever in the kommune
-- they worked. No art. er_i_omraadet: while placed in the user's own nodes.
-- Enhed: dagsværk in hundred millionths (e8). Korn: raekke_id, maaned_nr, fra.
select
    sygeceller.raekke_id,
    sygeceller.medarbejdernr,
    sygeceller.maaned_nr,
    sygeceller.fra,
    sygeceller.til,
    sygeceller.dagsvaerk_e8,
    coalesce(sygeceller.lang_fra_maaned <= maaned_nr(bygning.udtraeksdato), false) as er_lang,
    coalesce(placeringer.enhedsnr in (select egne_enheder.enhed_id from egne_enheder), false) as er_i_omraadet

from maal.sygeceller

inner join persongrundlag
    on sygeceller.medarbejdernr = persongrundlag.medarbejdernr

inner join maal.bygning
    on
        sygeceller.maaned_nr > maaned_nr(bygning.udtraeksdato) - 12
        and sygeceller.fra <= bygning.udtraeksdato

left join maal.placeringer
    on sygeceller.placering_id = placeringer.placering_id
