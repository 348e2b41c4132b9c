-- The rules of the follow-up, and which are off for want of new data.
-- Enhed: data_dage is calendar days, hverdage_imellem working days between deliveries. Korn: regel.
select
    opfoelgningsregler.nr,
    opfoelgningsregler.regel,
    opfoelgningsregler.navn,
    opfoelgningsregler.forklaring,
    opfoelgningsregler.slags,
    opfoelgningsregler.modtager,
    opfoelgningsregler.kraever_data_dage,
    bygning.udtraeksdato,
    $dag::date as dag,
    date_diff('day', bygning.udtraeksdato, $dag::date) as data_dage,
    $hverdage_imellem::integer as hverdage_imellem,
    list_contains($regler_fra::varchar[], opfoelgningsregler.regel) as er_fra

from maal.opfoelgningsregler

cross join maal.bygning
