-- How the kommune follows up, for hr: by afdeling and by rule. A rule nobody reacts to has notices due and none
-- handled. No persons. Korn: slags, navn.
with

varslede as (

    select
        opfoelgning_vurderet.*,
        coalesce(enheder.enhedsnavn, 'Uden afdeling') as afdeling,
        opfoelgning_regler.navn as regelnavn,
        opfoelgning_regler.nr

    from opfoelgning_vurderet

    inner join opfoelgning_regler
        on opfoelgning_vurderet.regel = opfoelgning_regler.regel

    left join (
        select
            enhed_overordnede.enhed_id,
            enheder.enhedsnavn
        from maal.enhed_overordnede
        inner join maal.enheder
            on enhed_overordnede.overordnet_id = enheder.enhed_id
        where enheder.niveau = 'afdeling'
    ) as enheder
        on opfoelgning_vurderet.enhed_id = enheder.enhed_id

    where
        $er_hr
        and not list_contains($selv::integer[], opfoelgning_vurderet.medarbejdernr)

)

select
    case when grouping(afdeling) = 0 then 'afdeling' when grouping(regelnavn) = 0 then 'regel' else 'alle' end as slags,
    coalesce(afdeling, regelnavn) as navn,
    min(nr) as nr,
    count(*) filter (where er_talt) as antal_talt,
    count(*) filter (where er_i_tide) as antal_i_tide,
    count(*) filter (where er_talt and tilstand = 'håndteret') as antal_haandteret,
    count(*) filter (where tilstand = 'åben') as antal_aabne,
    count(*) filter (where er_overskredet) as antal_overskredne

from varslede

group by grouping sets ((afdeling), (regelnavn), ())

having count(*) > 0
