-- What each employee of the population was sick in a quarter, place by place (a placement): in all, and the part whose
-- sygeforløb was long by the quarter's end, or by the next one's (later none becomes long); and her starts less her
-- stops in it, with the sum of their days. Where she goes on in a place on the day after, start and stop cancel out.
-- Enhed: dagsværk and starts in hundred millionths (e8; of a full-time employee where the headline is per årsværk).
-- Korn: medarbejdernr, sted_id, kvartal_nr. Midlertidig.
with

skift as (

    select
        medarbejdernr,
        placering_id,
        fra as dag,
        som_nytal($nytal, 100000000, grad_e8) as start_e8
    from ansaettelser
    where er_i_populationen

    union all

    select
        medarbejdernr,
        placering_id,
        til + 1 as dag,
        -som_nytal($nytal, 100000000, grad_e8) as start_e8
    from ansaettelser
    where er_i_populationen

),

raekker as (

    select
        medarbejdernr,
        placering_id,
        maaned_nr // 3 as kvartal_nr,
        dagsvaerk_e8,
        case when lang_fra_maaned // 3 <= maaned_nr // 3 then dagsvaerk_e8 else 0 end as lang_straks_e8,
        case when lang_fra_maaned // 3 <= maaned_nr // 3 + 1 then dagsvaerk_e8 else 0 end as lang_senere_e8,
        0 as start_e8,
        0 as start_dag_e8
    from sygeceller
    where kategori = 'population'

    union all

    select
        skift.medarbejdernr,
        skift.placering_id,
        maaned_nr(skift.dag) // 3 as kvartal_nr,
        0 as dagsvaerk_e8,
        0 as lang_straks_e8,
        0 as lang_senere_e8,
        skift.start_e8,
        skift.start_e8 * kalender.loebenr as start_dag_e8
    from skift
    inner join kalender
        on skift.dag = kalender.dag

)

select
    raekker.medarbejdernr,
    raekker.placering_id as sted_id,
    raekker.kvartal_nr,
    sum(raekker.dagsvaerk_e8)::bigint as dagsvaerk_e8,
    sum(raekker.lang_straks_e8)::bigint as lang_straks_e8,
    sum(raekker.lang_senere_e8)::bigint as lang_senere_e8,
    sum(raekker.start_e8)::bigint as start_e8,
    sum(raekker.start_dag_e8)::bigint as start_dag_e8

from raekker

group by raekker.medarbejdernr, raekker.placering_id, raekker.kvartal_nr

having sum(raekker.dagsvaerk_e8) <> 0 or sum(raekker.start_e8) <> 0 or sum(raekker.start_dag_e8) <> 0
