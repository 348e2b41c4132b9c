-- The nodes a user knows of: those seen in full, the groups a chef sees (a pool under its own name), and for the dpo
-- the names access is given to. Korn: enhed_id.
with

grupper as (

    select
        chef_grupper.gruppe_id,
        any_value(chef_grupper.overordnet_id) as overordnet_id,
        any_value(gruppetal.navn) as navn

    from chef_grupper

    inner join maal.gruppetal
        on
            chef_grupper.gruppe_id = gruppetal.gruppe_id
            and chef_grupper.vindue_nr = gruppetal.vindue_nr
            and chef_grupper.overordnet_id is not distinct from gruppetal.overordnet_id

    group by chef_grupper.gruppe_id

)

select enheder.*
from maal.enheder
where
    enheder.enhed_id in (select egne_enheder.enhed_id from egne_enheder)
    or enheder.enhed_id in (select grupper.gruppe_id from grupper)
    or ($er_dpo and enheder.enhed_id >= 0)

union all

select
    grupper.gruppe_id as enhed_id,
    'GRUPPE:' || grupper.gruppe_id as enhedsnr,
    grupper.navn as enhedsnavn,
    grupper.overordnet_id,
    'gruppe' as niveau,
    over.niveau_nr + 1 as niveau_nr,
    over.dybde + 1 as dybde,
    list_append(over.sti, grupper.navn) as sti
from grupper
inner join maal.enheder as over
    on grupper.overordnet_id = over.enhed_id
where grupper.gruppe_id < -1
