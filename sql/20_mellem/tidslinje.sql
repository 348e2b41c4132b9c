-- Every day of every known employee: employed somewhere, or (placering_id null) not employed.
-- Korn: medarbejdernr, fra. Midlertidig.
with

naboer as (

    select
        *,
        lag(til) over (partition by medarbejdernr order by fra) as forrige_til,
        lead(fra) over (partition by medarbejdernr order by fra) as naeste_fra

    from ansaettelsesdage

)

select
    medarbejdernr,
    fra,
    til,
    placering_id,
    grad_e8,
    case when er_i_populationen then 'population' else 'uden for populationen' end as kategori
from naboer

union all

select
    medarbejdernr,
    coalesce(forrige_til + 1, date '1900-01-01') as fra,
    fra - 1 as til,
    null as placering_id,
    null as grad_e8,
    'uden ansættelse' as kategori
from naboer
where fra > coalesce(forrige_til + 1, date '1900-01-01')

union all

select
    medarbejdernr,
    til + 1 as fra,
    date '9999-12-31' as til,
    null as placering_id,
    null as grad_e8,
    'uden ansættelse' as kategori
from naboer
where naeste_fra is null and til < date '9999-12-31'
