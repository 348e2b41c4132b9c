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
    count(*) filter (where grad_oplyst_e8 is null or grad_oplyst_e8 not between 0 and $grad_hoejst_e8) as antal
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
from (
    select maaltal_laest.enhedsnr
    from maaltal_laest
    where
        maaltal_laest.grund is null
        and maaltal_laest.totaltekst is null
        and not maaltal_laest.er_dublet
    union all
    select maaltal_besluttet.enhed_id as enhedsnr
    from maaltal_besluttet
) as med_maaltal
where enhedsnr not in (select enheder_trae.enhedsnr from enheder_trae)
union all
select
    'maaltal_afviger' as advarsel,
    count(*) as antal
from maaltal_afvigende
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
    'afviste' as advarsel,
    sum(antal_afvist)::bigint as antal
from raekkeregnskab
union all
select
    'kun_andre_kolonner' as advarsel,
    (select count(*) filter (where fravaer_dubletter.er_ens_i_det_laeste) from fravaer_dubletter)
    + (select count(*) filter (where ansaettelse_dubletter.er_ens_i_det_laeste) from ansaettelse_dubletter) as antal
union all
select
    'samme_liste' as advarsel,
    count(distinct fil_id) as antal
from gentagne_lister
union all
select
    'kolonne_ligner' as advarsel,
    sum(antal_lignende)::bigint as antal
from kildefiler
union all
select
    'nul_timer' as advarsel,
    count(*) filter (where har_nul_timer) as antal
from sygeposter
union all
select
    'taeller_er_graden' as advarsel,
    count(*) filter (where er_taeller_graden) as antal
from spaend
union all
select
    'ansforhold_ukendt' as advarsel,
    count(distinct medarbejdernr) as antal
from ansforhold_ukendte
union all
select
    'ansaettelser_erstattet' as advarsel,
    count(*) as antal
from spaend_afkortning
union all
select
    'kun_aendringer' as advarsel,
    sum(antal_unaevnte)::bigint as antal
from kun_aendringer
union all
select
    'sygdom_uden_fortsaettelse' as advarsel,
    count(*) as antal
from sygdom_uden_fortsaettelse
union all
select
    'sygdom_under_andet' as advarsel,
    count(*) as antal
from sygdom_under_andet
union all
select
    'efter_daekningen' as advarsel,
    count(*) as antal
from fravaer_gaeldende
where
    startdato > $daekket_til::date
    and startdato <= $udtraeksdato::date
union all
select
    'dage_efter_daekningen' as advarsel,
    date_diff('day', $daekket_til::date, $udtraeksdato::date) as antal
union all
select
    'tynde_maaneder' as advarsel,
    count(*) as antal
from tynde_maaneder
union all
select
    'uden_for_periode' as advarsel,
    sum(antal_uden_for)::bigint as antal
from raekker_uden_for_periode
union all
select
    'enhed_ikke_gyldig' as advarsel,
    count(*) filter (where gyldighed < 2 and grund is null and totaltekst is null and not er_dublet) as antal
from organisation_laest
union all
select
    'ansatte_efter_skift' as advarsel,
    count(distinct medarbejdernr) as antal
from ansatte_efter_enhedsskift
union all
select
    'ansatte_efter_listen' as advarsel,
    count(*) as antal
from ansatte_efter_listen
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
