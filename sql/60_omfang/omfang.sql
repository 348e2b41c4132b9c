-- The nodes a user's roles stand on, and how many units and employees each holds at the newest rolling quarter; rounded
-- for the role that sees rounded figures. A node counts itself among its units. Korn: rolle, enhed_id.
with

roller as (

    select
        'hr' as rolle,
        enhed_id
    from maal.enheder
    where $er_hr and er_kommunen(dybde, niveau_nr)

    union all

    select
        'leder' as rolle,
        unnest($leder_noder::bigint[]) as enhed_id

    union all

    select
        'chef' as rolle,
        unnest($chef_noder::bigint[]) as enhed_id

    union all

    select
        'aggregat' as rolle,
        unnest($aggregat_noder::bigint[]) as enhed_id

),

nyeste as (

    select vindue_nr
    from maal.perioder
    where periodetype = 'kvartal' and vindue = 'rullende' and er_nyeste

)

select
    roller.rolle,
    roller.enhed_id,
    enheder.enhedsnr,
    enheder.enhedsnavn,
    enheder.niveau,
    count(under.enhed_id) as antal_enheder,
    case
        when roller.rolle <> 'aggregat' then any_value(node.antal_ansatte)
        else
            (
                select max(udgivne_tal.medarbejdere)
                from maal.udgivne_tal
                where udgivne_tal.gruppe_id = roller.enhed_id and udgivne_tal.er_nu
            )
    end as antal_medarbejdere,
    (
        select any_value(puljer.navn)
        from maal.puljer
        where
            puljer.enhed_id = roller.enhed_id
            and puljer.deling = case when roller.rolle = 'aggregat' then 'ude' else 'inde' end
    ) as pulje

from roller

inner join maal.enheder
    on roller.enhed_id = enheder.enhed_id

left join nyeste
    on true

left join maal.noegletal as node
    on roller.enhed_id = node.enhed_id and nyeste.vindue_nr = node.vindue_nr

left join maal.enhed_overordnede
    on roller.enhed_id = enhed_overordnede.overordnet_id

left join maal.noegletal as under
    on
        enhed_overordnede.enhed_id = under.enhed_id
        and nyeste.vindue_nr = under.vindue_nr
        and not under.er_nedlagt

group by
    roller.rolle,
    roller.enhed_id,
    enheder.enhedsnr,
    enheder.enhedsnavn,
    enheder.niveau
