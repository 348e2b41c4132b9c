-- What each employee of the population was sick in a recent window, place by place.
-- Enhed: dagsværk in hundred millionths (e8). Korn: sidste_maaned, medarbejdernr, placering_id. Midlertidig.
select
    naere_vinduer.sidste_maaned,
    sygeceller.medarbejdernr,
    sygeceller.placering_id,
    sum(sygeceller.dagsvaerk_e8)::bigint as dagsvaerk_e8

from sygeceller

inner join naere_vinduer
    on sygeceller.maaned_nr between naere_vinduer.foerste_maaned and naere_vinduer.sidste_maaned

where sygeceller.kategori = 'population'

group by naere_vinduer.sidste_maaned, sygeceller.medarbejdernr, sygeceller.placering_id
