-- Where an employee can be placed: a unit and a personalegruppe in it, of which there is one where none is delivered.
-- Korn: placering_id.
select
    row_number() over (order by enhedsnr, personalegruppe)::integer as placering_id,
    enhedsnr,
    personalegruppe,
    dense_rank() over (order by personalegruppe)::integer as gruppe_nr

from (
    select distinct
        enhed_efterfoelger.efterfoelger as enhedsnr,
        spaend.personalegruppe
    from spaend
    inner join enhed_efterfoelger
        on
            spaend.enhedsnr = enhed_efterfoelger.enhedsnr
            and begyndt(spaend.startdato) >= enhed_efterfoelger.begyndt_fra
            and begyndt(spaend.startdato) < enhed_efterfoelger.begyndt_foer
) as par
