-- What classes of employees have to do with a node's or group's change since a quarter or a year before: by whether
-- their long absence ended, began or goes on (forloeb), and by whether they came or left (ansatte). The rest is one
-- class, and all together they are the change (bidrag_klasser). Only of nodes large enough, where no two moved nearly
-- all of it, and classes of enough employees; antal to the nearest five. Near windows only.
-- Enhed: sygedage pr. medarbejder (or årsværk). Korn: enhed_id, vindue_nr, skridt, opdeling, klasse.
with

nodernes as (   -- middelrate is per unit of aendring_ansat, middelantal_e8 in hundred millionths of an employee

    select
        vinduespar.par_nr,
        vinduespar.vindue_nr,
        vinduespar.skridt,
        bidrag_enhed.enhed_id,
        bidrag_enhed.aendring_e8,
        bidrag_enhed.aendring_ansat,
        foer.ansat_e8::double / vinduespar.foer_dage as foer_antal_e8,
        nu.ansat_e8::double / vinduespar.nu_dage as nu_antal_e8,
        (foer_antal_e8 + nu_antal_e8) / 2 as middelantal_e8,
        (foer.dagsvaerk_e8 / foer_antal_e8 + nu.dagsvaerk_e8 / nu_antal_e8) / 2
        / (vinduespar.foer_dage * vinduespar.nu_dage) as middelrate

    from bidrag_stoerste

    inner join bidrag_enhed
        on bidrag_stoerste.par_nr = bidrag_enhed.par_nr and bidrag_stoerste.enhed_id = bidrag_enhed.enhed_id

    inner join vinduespar
        on bidrag_enhed.par_nr = vinduespar.par_nr

    inner join signal_tal as foer
        on vinduespar.foer_vindue_nr = foer.vindue_nr and bidrag_enhed.enhed_id = foer.enhed_id

    inner join signal_tal as nu
        on vinduespar.vindue_nr = nu.vindue_nr and bidrag_enhed.enhed_id = nu.enhed_id

    where
        not vinduespar.er_foreloebig
        and least(foer_antal_e8, nu_antal_e8) >= $mindst_forklaret * 100000000::bigint
        and bidrag_stoerste.stoerste_to_e8 * $dominans_hele <= bidrag_stoerste.bevaeget_e8 * $dominans_del

),

store as (      -- of who came and left the two who moved most are weighed class by class as well

    select
        *,
        antal >= case opdeling when 'forloeb' then $mindst_forloeb else $mindst_inde end
        and (opdeling = 'forloeb' or stoerste_to_e8 * $dominans_hele <= bevaeget_e8 * $dominans_del) as er_stor

    from bidrag_klasser

),

viste as (      -- both or none: with one of the two hidden the rest would tell it

    select *

    from store

    qualify
        er_stor
        and count(*) filter (where er_stor and klasse <> 'begge') over (partition by par_nr, enhed_id, opdeling) = 2

),

resten as (

    select
        nodernes.par_nr,
        nodernes.enhed_id,
        viste.opdeling,
        'andre' as klasse,
        null as antal,
        any_value(nodernes.aendring_e8) - sum(viste.aendring_e8) as aendring_e8,
        any_value(nodernes.aendring_ansat) - sum(viste.aendring_ansat) as aendring_ansat

    from nodernes

    inner join viste
        on nodernes.par_nr = viste.par_nr and nodernes.enhed_id = viste.enhed_id

    group by nodernes.par_nr, nodernes.enhed_id, viste.opdeling

),

klasser as (

    select
        par_nr,
        enhed_id,
        opdeling,
        klasse,
        (antal + 2) // 5 * 5 as antal,
        aendring_e8,
        aendring_ansat
    from viste

    union all

    select * from resten

)

select
    nodernes.enhed_id,
    nodernes.vindue_nr,
    nodernes.skridt,
    klasser.opdeling,
    klasser.klasse,
    klasser.antal::integer as antal,
    (klasser.aendring_e8::double - nodernes.middelrate * klasser.aendring_ansat::double) / nodernes.middelantal_e8
        as bidrag

from klasser

inner join nodernes
    on klasser.par_nr = nodernes.par_nr and klasser.enhed_id = nodernes.enhed_id
