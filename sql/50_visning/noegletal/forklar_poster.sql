-- The sick records behind a node's figure in a window, with what each gives it. They add up to its dagsværk.
-- Enhed: dagsværk. Korn: raekke_id.
select
    nummer(sygeceller.medarbejdernr) as medarbejdernr,
    sygeposter.foerste_dag,
    sygeposter.sidste_dag,
    kildefiler.fil,
    sygeposter.linje,
    dagsvaerk(any_value(sygeposter.dagsvaerk_e8)) as dagsvaerk_i_alt,
    dagsvaerk(sum(sygeceller.dagsvaerk_e8)::bigint) as dagsvaerk,
    dagsvaerk(
        coalesce(
            sum(sygeceller.dagsvaerk_e8) filter (where sygeceller.lang_fra_maaned <= perioder.sidste_maaned), 0
        )::bigint
    ) as dagsvaerk_lang

from sygeceller

inner join tilhoer
    on sygeceller.placering_id = tilhoer.placering_id and tilhoer.enhed_id = $enhed_id

inner join perioder
    on
        sygeceller.maaned_nr between perioder.foerste_maaned and perioder.sidste_maaned
        and perioder.periode = $periode
        and perioder.vindue = 'rullende'

inner join sygeposter
    on sygeceller.raekke_id = sygeposter.raekke_id

inner join kildefiler
    on sygeposter.fil_id = kildefiler.fil_id

where sygeceller.kategori = 'population'

group by
    sygeceller.raekke_id,
    sygeceller.medarbejdernr,
    sygeposter.foerste_dag,
    sygeposter.sidste_dag,
    sygeposter.linje,
    kildefiler.fil

order by sygeceller.medarbejdernr, sygeposter.foerste_dag, sygeceller.raekke_id
