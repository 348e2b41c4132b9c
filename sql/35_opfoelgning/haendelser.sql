-- What the rules about many absences count: the first days of sygeforløb, and the working days absent, of those only
-- who have enough in all for one of the rules. A day counts once however many records it has; a record without working
-- days (weekend shifts) counts its calendar days. Korn: medarbejdernr, regel, dag. Midlertidig.
with

regler as (

    select
        regel,
        slags,
        graense::integer as graense,
        vindue_dage::integer as vindue_dage
    from opfoelgningsregler
    where slags in ('perioder', 'sygedage')

),

vindue as (         -- as far back as a notice of the window can rest on

    select $varsler_fra::date - coalesce(max(vindue_dage), 0)::integer as fra from regler

),

sygedage as (

    select distinct
        sygeposter.medarbejdernr,
        hverdage.dag

    from sygeposter

    cross join vindue

    cross join bygning

    inner join hverdage
        on
            hverdage.dag between greatest(sygeposter.foerste_dag, vindue.fra)
            and least(sygeposter.sidste_dag, bygning.udtraeksdato)
            and (hverdage.er_arbejdsdag or not sygeposter.er_paa_arbejdsdage)

    where
        sygeposter.sidste_dag >= vindue.fra
        and sygeposter.medarbejdernr in (select sygeforloeb.medarbejdernr from sygeforloeb)

),

alle as (

    select
        sygeforloeb.medarbejdernr,
        sygeforloeb.fra as dag,
        'perioder' as slags
    from sygeforloeb
    cross join vindue
    where sygeforloeb.fra >= vindue.fra

    union all

    select
        medarbejdernr,
        dag,
        'sygedage' as slags
    from sygedage

)

select
    alle.medarbejdernr,
    regler.regel,
    alle.dag,
    regler.graense,
    regler.vindue_dage

from alle

inner join regler
    on alle.slags = regler.slags

qualify count(*) over (partition by alle.medarbejdernr, regler.regel) >= regler.graense
