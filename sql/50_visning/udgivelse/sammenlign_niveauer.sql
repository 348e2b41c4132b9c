-- The levels a user has at least two nodes of, in a quarter something is to be expected for: counted as sammenlign
-- shows them, a unit seen exactly and its published form once. Korn: periode, niveau.
with

alle as (

    select
        noegletal.vindue_nr,
        enheder.niveau,
        noegletal.enhed_id

    from noegletal

    inner join enheder
        on noegletal.enhed_id = enheder.enhed_id

    where noegletal.sygedage is not null and not noegletal.er_nedlagt

    union

    select
        vindue_nr,
        niveau,
        gruppe_id as enhed_id

    from udgivne_tal

    where
        sygedage is not null
        and niveau is not null
        and medarbejdere > 0
        and coalesce(enhed_id, gruppe_id) not in (select noegletal.enhed_id from noegletal)

)

select
    perioder.periode,
    alle.niveau

from alle

inner join perioder
    on alle.vindue_nr = perioder.vindue_nr

where
    alle.niveau in ('område', 'afdeling', 'enhed', 'underenhed')
    and alle.vindue_nr in (select forventet.vindue_nr from forventet)

group by perioder.periode, alle.niveau

having count(*) >= 2

order by perioder.periode desc, count(*) desc
