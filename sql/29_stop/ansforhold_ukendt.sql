-- Too many employees are left out only because nobody knows their Ansforhold.
-- Korn: fund, and the first is told.
with

koder as (          -- a code is shown; any other text might be somebody's

    select
        medarbejdernr,
        case
            when ansforhold is null then 'ingen'
            when regexp_full_match(ansforhold, '[0-9A-Za-z]{1,3}') then ansforhold
            else 'en tekst'
        end as kode

    from ansforhold_ukendte

),

pr_kode as (

    select
        kode,
        count(distinct medarbejdernr) as antal

    from koder

    group by kode

)

select
    (select count(distinct ansforhold_ukendte.medarbejdernr) from ansforhold_ukendte) as antal_ukendt,
    (
        select count(distinct spaend.medarbejdernr) from spaend
        where spaend.slutdato >= $opbevaring_fra::date
    ) as antal,
    string_agg(kode || ' (' || antal || ')', ', ' order by antal desc, kode asc) as koder

from pr_kode

having antal_ukendt > $ukendt_ansforhold_andel * any_value(
    (
        select count(distinct spaend.medarbejdernr) from spaend
        where spaend.slutdato >= $opbevaring_fra::date
    )
)
