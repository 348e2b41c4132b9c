-- Which sygeforløb a sick record belongs to: each record begins no later than the first working day after the latest
-- end so far. A sygeforløb is long from the day it has lasted $langtid_dage calendar days, if it lasts so long.
-- Korn: raekke_id. Midlertidig.
with

naboer as (

    select
        sygeposter.raekke_id,
        sygeposter.medarbejdernr,
        sygeposter.foerste_dag,
        sygeposter.sidste_dag,
        max(sygeposter.sidste_dag) over (
            partition by sygeposter.medarbejdernr
            order by sygeposter.foerste_dag, sygeposter.sidste_dag, sygeposter.raekke_id
            rows between unbounded preceding and 1 preceding
        ) as seneste_slut

    from sygeposter

),

skel as (

    select
        naboer.raekke_id,
        naboer.medarbejdernr,
        naboer.foerste_dag,
        naboer.sidste_dag,
        naboer.foerste_dag <= naboer.seneste_slut as er_overlap,
        sum((naboer.foerste_dag > kalender.naeste_arbejdsdag)::integer) over (
            partition by naboer.medarbejdernr
            order by naboer.foerste_dag, naboer.sidste_dag, naboer.raekke_id
            rows unbounded preceding
        ) as forloeb_nr

    from naboer

    left join kalender
        on naboer.seneste_slut = kalender.dag

),

forloeb as (

    select
        medarbejdernr,
        coalesce(forloeb_nr, 0) as forloeb_nr,
        min(foerste_dag) as forloeb_fra,
        max(sidste_dag) as forloeb_til

    from skel

    group by medarbejdernr, coalesce(forloeb_nr, 0)

)

select
    skel.raekke_id,
    coalesce(skel.er_overlap, false) as er_overlap,
    forloeb.forloeb_fra,
    forloeb.forloeb_til,
    case
        when date_diff('day', forloeb.forloeb_fra, forloeb.forloeb_til) + 1 >= $langtid_dage
            then maaned_nr(forloeb.forloeb_fra + $langtid_dage::integer - 1)
    end as lang_fra_maaned

from skel

inner join forloeb
    on
        skel.medarbejdernr = forloeb.medarbejdernr
        and coalesce(skel.forloeb_nr, 0) = forloeb.forloeb_nr
