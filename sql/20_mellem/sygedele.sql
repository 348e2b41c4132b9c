-- The sick records cut where employment, retention or the udtræksdato cuts them.
-- Korn: raekke_id, fra. Midlertidig.
with

i_tiden as (

    select
        *,
        greatest(foerste_dag, $opbevaring_fra::date) as fra,
        least(sidste_dag, $udtraeksdato::date) as til

    from sygeposter

)

select
    i_tiden.raekke_id,
    greatest(i_tiden.fra, coalesce(tidslinje.fra, i_tiden.fra)) as fra,
    least(i_tiden.til, coalesce(tidslinje.til, i_tiden.til)) as til,
    tidslinje.placering_id,
    coalesce(tidslinje.kategori, 'uden ansættelse') as kategori
from i_tiden
left join tidslinje
    on
        i_tiden.medarbejdernr = tidslinje.medarbejdernr
        and i_tiden.til >= tidslinje.fra
        and i_tiden.fra <= tidslinje.til
where i_tiden.fra <= i_tiden.til

union all

select
    raekke_id,
    foerste_dag as fra,
    $opbevaring_fra::date - 1 as til,
    null as placering_id,
    'før opbevaringsfristen' as kategori
from sygeposter
where foerste_dag < $opbevaring_fra::date

union all

select
    raekke_id,
    greatest(foerste_dag, $udtraeksdato::date + 1) as fra,
    sidste_dag as til,
    null as placering_id,
    'efter udtræksdatoen' as kategori
from sygeposter
where sidste_dag > $udtraeksdato::date
