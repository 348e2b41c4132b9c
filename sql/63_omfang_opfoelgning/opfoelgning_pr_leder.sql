-- How each leder below the user follows up, summed over rules: those due in the newest twelve whole months and since,
-- those of them handled in time, the open and the overdue; and by month due. enhed_id null is all of them, with who
-- stands nowhere else; it is left out when all are too few. maaned null is all months. No persons.
-- Korn: enhed_id, maaned.
with

varslede as (

    select
        case when ledergrupper.er_vist then ledergrupper.enhed_id end as leder_id,
        date_trunc('month', opfoelgning_vurderet.forfald)::date as maaned,
        opfoelgning_vurderet.er_talt,
        opfoelgning_vurderet.er_i_tide,
        opfoelgning_vurderet.tilstand = 'åben' as er_aaben,
        opfoelgning_vurderet.er_overskredet

    from ledergrupper

    inner join opfoelgning_vurderet
        on ledergrupper.enhed_id = opfoelgning_vurderet.ansvar_enhed_id

    where not list_contains($selv::integer[], opfoelgning_vurderet.medarbejdernr)

),

talte as (

    select
        leder_id,
        maaned,
        grouping(leder_id) = 1 as er_alle,
        count(*) filter (where er_talt) as antal_talt,
        count(*) filter (where er_i_tide) as antal_i_tide,
        count(*) filter (where er_aaben) as antal_aabne,
        count(*) filter (where er_overskredet) as antal_overskredne

    from varslede

    group by grouping sets ((leder_id, maaned), (leder_id), (maaned), ())

),

viste as (

    select
        enhed_id,
        antal_medarbejdere,
        1 as antal_ledere,
        0 as antal_samlede
    from ledergrupper
    where er_vist

    union all

    select
        null as enhed_id,
        sum(antal_medarbejdere) as antal_medarbejdere,
        count(*) as antal_ledere,
        count(*) filter (where not er_vist) as antal_samlede
    from ledergrupper
    having sum(antal_medarbejdere) >= $mindste_leder::integer

)

select
    viste.enhed_id,
    enheder.enhedsnr,
    enheder.enhedsnavn,
    viste.antal_medarbejdere,
    viste.antal_ledere,
    viste.antal_samlede,
    talte.maaned,
    coalesce(talte.antal_talt, 0) as antal_talt,
    coalesce(talte.antal_i_tide, 0) as antal_i_tide,
    coalesce(talte.antal_aabne, 0) as antal_aabne,
    coalesce(talte.antal_overskredne, 0) as antal_overskredne

from viste

left join talte
    on
        (viste.enhed_id is null and talte.er_alle)
        or (not talte.er_alle and viste.enhed_id = talte.leder_id)

left join maal.enheder
    on viste.enhed_id = enheder.enhed_id
