-- Notices of the rules about many absences: due on the day on which there are enough within the window's days, over
-- when there no longer are. siden is the first day counted within the window as it stands on til or the udtræksdato.
-- Enhed: antal is sygeforløb or working days. Korn: medarbejdernr, regel, fra. Midlertidig.
with

opfyldte as (       -- from the day that makes enough, till the first of them leaves the window; both only ever move on

    select
        medarbejdernr,
        regel,
        vindue_dage,
        dag as fra,
        lag(dag, graense - 1) over tidligere + vindue_dage - 1 as til,
        coalesce(dag > lag(dag, graense) over tidligere + vindue_dage, true) as er_ny

    from haendelser

    window tidligere as (partition by medarbejdernr, regel order by dag)

    qualify til >= fra

),

nummererede as (

    select
        *,
        count(*) filter (where er_ny) over (
            partition by medarbejdernr, regel order by fra rows unbounded preceding
        ) as nr

    from opfyldte

),

sammenhaengende as (

    select
        medarbejdernr,
        regel,
        vindue_dage,
        min(fra) as fra,
        max(til) as til

    from nummererede

    group by medarbejdernr, regel, vindue_dage, nr

)

select
    sammenhaengende.medarbejdernr,
    sammenhaengende.regel,
    sammenhaengende.fra,
    sammenhaengende.til,
    sammenhaengende.fra as forfald,
    count(*) as antal,
    min(haendelser.dag) as siden,
    sammenhaengende.til >= bygning.udtraeksdato as er_aktiv,
    false as er_maaske_afsluttet

from sammenhaengende

cross join bygning

inner join haendelser
    on
        sammenhaengende.medarbejdernr = haendelser.medarbejdernr
        and sammenhaengende.regel = haendelser.regel
        and haendelser.dag
        between least(sammenhaengende.til, bygning.udtraeksdato) - sammenhaengende.vindue_dage + 1
        and least(sammenhaengende.til, bygning.udtraeksdato)

group by
    sammenhaengende.medarbejdernr,
    sammenhaengende.regel,
    sammenhaengende.fra,
    sammenhaengende.til,
    bygning.udtraeksdato
