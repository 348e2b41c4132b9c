-- Organisationstræet: rod, områder, afdelinger, enheder, underenheder; naboer i nummer deler overordnet. Korn: plads.
with

antal as (

    select
        greatest(12, getvariable('medarbejdere') // 25) as enheder_i_alt,
        greatest(3, getvariable('medarbejdere') // 5000) as omraader,
        greatest(6, getvariable('medarbejdere') // 600) as afdelinger

),

graenser as (          -- the first place of each level

    select
        1 as foerste_omraade,
        1 + omraader as foerste_afdeling,
        1 + omraader + afdelinger as foerste_enhed,
        (1 + omraader + afdelinger + 0.6 * enheder_i_alt)::integer as foerste_underenhed,
        (1 + omraader + afdelinger + 0.95 * enheder_i_alt)::integer as slut
    from antal

)

select
    range as plads,
    case
        when range = 0 then null
        when range < foerste_afdeling then 0
        when range < foerste_enhed
            then foerste_omraade
                + (range - foerste_afdeling) * (foerste_afdeling - foerste_omraade)
                // (foerste_enhed - foerste_afdeling)
        when range < foerste_underenhed
            then foerste_afdeling
                + (range - foerste_enhed) * (foerste_enhed - foerste_afdeling) // (foerste_underenhed - foerste_enhed)
        else foerste_enhed
            + (range - foerste_underenhed) * (foerste_underenhed - foerste_enhed) // (slut - foerste_underenhed)
    end as overordnet_plads,
    case
        when range = 0 then 'Bænkeby Kommune'
        when range < foerste_afdeling then 'Område ' || range
        when range < foerste_enhed then 'Afdeling ' || range
        when range < foerste_underenhed then 'Enhed ' || range
        else 'Team ' || range
    end as enhedsnavn,
    foerste_enhed,
    slut
from range(100000)
inner join graenser
    on range < slut
