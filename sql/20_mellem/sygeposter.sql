-- The sick records in force, each with the sygeforløb it belongs to: a record begins no later than the first working
-- day after the latest end so far. A sygeforløb is long from the day it has lasted $langtid_dage calendar days, if it
-- does; lang_fra_maaned is that day's month, null for never. No art. Of records that begin on the same day the one that
-- stands first in the files comes first, in both windows.
-- Enhed: dagsværk in hundred millionths (e8). Korn: raekke_id.
with

naboer as (

    select
        *,
        max(sidste_dag) over tidligere as seneste_slut,
        max(naeste_arbejdsdag) over tidligere as seneste_naeste_arbejdsdag

    from syge_dagsvaerk

    window tidligere as (
        partition by medarbejdernr
        order by foerste_dag, raekke_id
        rows between unbounded preceding and 1 preceding
    )

),

nummererede as (

    select
        *,
        coalesce(foerste_dag <= seneste_slut, false) as er_overlap,
        count(*) filter (where foerste_dag > seneste_naeste_arbejdsdag) over (
            partition by medarbejdernr
            order by foerste_dag, raekke_id
            rows unbounded preceding
        ) as forloeb_nr

    from naboer

),

forloeb as (

    select
        medarbejdernr,
        forloeb_nr,
        min(foerste_dag) as forloeb_fra,
        case
            when date_diff('day', min(foerste_dag), max(sidste_dag)) + 1 >= $langtid_dage
                then maaned_nr(min(foerste_dag) + $langtid_dage::integer - 1)
        end as lang_fra_maaned

    from nummererede

    group by medarbejdernr, forloeb_nr

)

select
    nummererede.raekke_id,
    nummererede.fil_id,
    nummererede.linje,
    nummererede.medarbejdernr,
    nummererede.foerste_dag,
    nummererede.sidste_dag,
    nummererede.dagsvaerk_e8,
    nummererede.dage_i_alt,
    nummererede.er_paa_arbejdsdage,
    nummererede.er_uden_timer_og_dage,
    nummererede.har_umulige_timer,
    nummererede.har_nul_timer,
    nummererede.er_overlap,
    forloeb.forloeb_fra,
    forloeb.lang_fra_maaned

from nummererede

inner join forloeb
    on
        nummererede.medarbejdernr = forloeb.medarbejdernr
        and nummererede.forloeb_nr = forloeb.forloeb_nr
