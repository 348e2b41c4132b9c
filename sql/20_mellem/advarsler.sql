-- What the build noticed and went on from, with its count. The sentence of each stands with the texts.
-- Korn: advarsel.
select
    'fravaer_uden_ansaettelse' as advarsel,
    count(*) as antal
from sygeposter_uden_ansaettelse
union all
select
    'overlappende_fravaer' as advarsel,
    count(*) filter (where er_overlap) as antal
from sygeposter
union all
select
    'overlappende_ansaettelser' as advarsel,
    count(distinct medarbejdernr) filter (where har_overlap) as antal
from ansaettelser
union all
select
    'ukendte_enheder' as advarsel,
    count(*) filter (where overordnet = -1) as antal
from enheder_trae
union all
select
    'ekstra_roedder' as advarsel,
    count(*) filter (where er_ekstra_rod) as antal
from enheder_trae
union all
select
    'grad_uden_for' as advarsel,
    count(*) filter (where grad_oplyst_e8 is null or grad_oplyst_e8 not between 0 and 120000000) as antal
from spaend
union all
select
    'start_efter_udtraek' as advarsel,
    count(*) filter (where startdato > $udtraeksdato::date) as antal
from fravaer_gaeldende
union all
select
    'umulige_timer' as advarsel,
    count(*) filter (where har_umulige_timer) as antal
from sygeposter
union all
select
    'uden_timer_og_dage' as advarsel,
    count(*) filter (where er_uden_timer_og_dage) as antal
from sygeposter
union all
select
    'uden_startdato' as advarsel,
    count(*) filter (where startdato is null) as antal
from spaend
union all
select
    'maaltal_ukendt_enhed' as advarsel,
    count(*) as antal
from maaltal_laest
where
    grund is null
    and totaltekst is null
    and not er_dublet
    and enhedsnr not in (select enheder_trae.enhedsnr from enheder_trae)
union all
select
    'totalraekker' as advarsel,
    count(*) as antal
from totalafvigelser
union all
select
    'erstattet' as advarsel,
    count(*) as antal
from fravaer_afkortning
union all
select
    'lpt169_uden_periode' as advarsel,
    count(*) as antal
from lpt169_laest
inner join kildefiler
    on lpt169_laest.fil_id = kildefiler.fil_id
where
    lpt169_laest.grund is null
    and lpt169_laest.totaltekst is null
    and kildefiler.periode_fra is null
union all
select
    'tilbagefoert' as advarsel,
    count(*) as antal
from fravaer_tilbagefoert
where er_tilbagefoersel
