-- What the employees a user sees were sick in the newest twelve whole months, and since, wherever in the kommune they
-- worked. No art. enhed_id is where, inside the user's own nodes only; taeller: it is in those nodes' figures.
-- Enhed: dagsværk in hundred millionths (e8). Korn: raekke_id, maaned_nr, fra.
with

vindue as (

    select max(foerste_maaned) as foerste_maaned

    from maal.perioder

    where periodetype = 'maaned' and vindue = 'rullende'

)

select
    sygeceller.raekke_id,
    sygeceller.medarbejdernr,
    sygeceller.maaned_nr,
    sygeceller.fra,
    sygeceller.til,
    sygeceller.dagsvaerk_e8,
    sygeposter.forloeb_fra,
    coalesce(sygeceller.lang_fra_maaned <= maaned_nr(bygning.udtraeksdato), false) as er_lang,
    egne_enheder.enhed_id,
    egne_enheder.enhed_id is not null and sygeceller.kategori = 'population' as taeller

from maal.sygeceller

inner join persongrundlag
    on sygeceller.medarbejdernr = persongrundlag.medarbejdernr

inner join maal.sygeposter
    on sygeceller.raekke_id = sygeposter.raekke_id

cross join vindue

inner join maal.bygning
    on
        sygeceller.maaned_nr >= coalesce(vindue.foerste_maaned, maaned_nr(bygning.udtraeksdato) - 11)
        and sygeceller.fra <= bygning.udtraeksdato

left join maal.placeringer
    on sygeceller.placering_id = placeringer.placering_id

left join egne_enheder
    on placeringer.enhedsnr = egne_enheder.enhed_id
