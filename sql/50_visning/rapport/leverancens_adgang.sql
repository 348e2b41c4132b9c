-- The access rows of the delivery; a row without a unit (hr, dpo) stands at the kommune.
-- Korn: bruger, rolle, enhedsnr, gyldig_fra.
with

rod as (

    select enhed_id
    from enheder
    where er_kommunen(dybde, niveau_nr)

)

select
    bruger,
    coalesce(email, '') as email,
    rolle,
    coalesce(enhed_id, (select rod.enhed_id from rod)) as enhedsnr,
    gyldig_fra,
    coalesce(begrundelse, '') as begrundelse,
    coalesce(gyldig_til, date '9999-12-31') as gyldig_til,
    medarbejdernr,
    stedfortraeder_for,
    coalesce(tildelt_af, 'leverance') as tildelt_af

from adgang

order by bruger, rolle, enhedsnr, gyldig_fra
