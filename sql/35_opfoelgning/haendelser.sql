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

poster as (

    select
        sygeposter.medarbejdernr,
        greatest(sygeposter.foerste_dag, vindue.fra) as fra,
        least(sygeposter.sidste_dag, bygning.udtraeksdato) as til,
        sygeposter.er_paa_arbejdsdage,
        sygeposter.er_overlap,
        sygeposter.dage_i_alt

    from sygeposter

    cross join vindue

    cross join bygning

    where
        sygeposter.sidste_dag >= vindue.fra
        and sygeposter.foerste_dag <= bygning.udtraeksdato
        and sygeposter.medarbejdernr in (select sygeforloeb.medarbejdernr from sygeforloeb)

),

mulige as (         -- who may have enough, records that overlap or reach out of the window counted whole

    select
        medarbejdernr,
        bool_or(er_overlap) as har_overlap

    from poster

    group by medarbejdernr

    having sum(dage_i_alt) >= (select min(regler.graense) filter (where regler.slags = 'sygedage') from regler)

),

dage as (

    select
        poster.medarbejdernr,
        poster.er_paa_arbejdsdage,
        mulige.har_overlap,
        unnest(range(poster.fra, poster.til + 1, interval 1 day))::date as dag

    from poster

    inner join mulige
        on poster.medarbejdernr = mulige.medarbejdernr

),

arbejdsdage as (

    select
        dage.medarbejdernr,
        dage.dag,
        dage.har_overlap

    from dage

    inner join hverdage
        on dage.dag = hverdage.dag

    where hverdage.er_arbejdsdag or not dage.er_paa_arbejdsdage

),

sygedage as (       -- only those who have records that overlap can have a day twice

    select
        medarbejdernr,
        dag
    from arbejdsdage
    where not har_overlap

    union all

    select distinct
        medarbejdernr,
        dag
    from arbejdsdage
    where har_overlap

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

),

nok as (

    select
        medarbejdernr,
        slags,
        count(*) as antal

    from alle

    group by medarbejdernr, slags

)

select
    alle.medarbejdernr,
    regler.regel,
    alle.dag,
    regler.graense,
    regler.vindue_dage

from alle

inner join nok
    on
        alle.medarbejdernr = nok.medarbejdernr
        and alle.slags = nok.slags

inner join regler
    on
        alle.slags = regler.slags
        and nok.antal >= regler.graense
