-- Files that tell an earlier file of the same table and udtræksdato again: most rows of the smaller one are equal by
-- value. They count once; antal_uens are fravær rows of the same employee, art and start that are not equal.
-- Korn: fil_id, foerste_fil_id.
with

ens as (

    select
        fil_id,
        foerste_fil_id,
        count(*) as antal_ens
    from fravaer_dubletter
    where fil_id <> foerste_fil_id
    group by fil_id, foerste_fil_id

    union all

    select
        fil_id,
        foerste_fil_id,
        count(*) as antal_ens
    from ansaettelse_dubletter
    where fil_id <> foerste_fil_id
    group by fil_id, foerste_fil_id

),

gentagne as (

    select
        ens.fil_id,
        ens.foerste_fil_id,
        ens.antal_ens

    from ens

    inner join raekkeregnskab as gentagelsen
        on ens.fil_id = gentagelsen.fil_id

    inner join raekkeregnskab as den_foerste
        on ens.foerste_fil_id = den_foerste.fil_id

    where
        2 * ens.antal_ens > least(
            gentagelsen.antal_accepteret + gentagelsen.antal_dublet,
            den_foerste.antal_accepteret + den_foerste.antal_dublet
        )

),

uens as (           -- of two lists with the same period; a period cuts what the other tells whole

    select
        gentagne.fil_id,
        gentagne.foerste_fil_id,
        count(distinct fravaer_laest.rowid) as antal_uens

    from gentagne

    inner join kildefiler as gentagelsen
        on gentagne.fil_id = gentagelsen.fil_id

    inner join kildefiler as den_foerste
        on
            gentagne.foerste_fil_id = den_foerste.fil_id
            and gentagelsen.periode_fra is not distinct from den_foerste.periode_fra
            and gentagelsen.periode_til is not distinct from den_foerste.periode_til

    inner join fravaer_laest
        on gentagne.fil_id = fravaer_laest.fil_id and fravaer_laest.grund is null and fravaer_laest.totaltekst is null

    inner join fravaer_laest as forleg
        on
            gentagne.foerste_fil_id = forleg.fil_id
            and fravaer_laest.medarbejdernr = forleg.medarbejdernr
            and fravaer_laest.startdato = forleg.startdato
            and fravaer_laest.art = forleg.art
            and forleg.grund is null
            and forleg.totaltekst is null

    where fravaer_laest.rowid not in (select fravaer_dubletter.raekke_id from fravaer_dubletter)

    group by gentagne.fil_id, gentagne.foerste_fil_id

)

select
    gentagne.fil_id,
    gentagne.foerste_fil_id,
    gentagne.antal_ens,
    coalesce(uens.antal_uens, 0) as antal_uens

from gentagne

left join uens
    on gentagne.fil_id = uens.fil_id and gentagne.foerste_fil_id = uens.foerste_fil_id
