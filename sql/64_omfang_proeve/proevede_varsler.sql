-- How many notices each leder would have had in each month of a rule set that is tried, by rule; every leder and every
-- rule stands in every month, with none if none. enhed_id null: hr. Korn: enhed_id, maaned, regel.
with

ansvarlige as (

    select distinct ansvar_enhed_id as enhed_id from ansvar

),

proevemaaneder as (

    select
        unnest(
            generate_series(date_trunc('month', $varsler_fra::date), bygning.udtraeksdato::timestamp, interval 1 month)
        )::date as maaned

    from bygning

),

varslede as (

    select
        case when opfoelgningsregler.modtager = 'leder' then ansvar.ansvar_enhed_id end as enhed_id,
        date_trunc('month', varsler.forfald)::date as maaned,
        varsler.regel,
        count(*) as antal

    from varsler

    inner join ansvar
        on varsler.medarbejdernr = ansvar.medarbejdernr

    inner join opfoelgningsregler
        on varsler.regel = opfoelgningsregler.regel

    group by
        case when opfoelgningsregler.modtager = 'leder' then ansvar.ansvar_enhed_id end,
        date_trunc('month', varsler.forfald)::date,
        varsler.regel

)

select
    ansvarlige.enhed_id,
    enheder.enhedsnr,
    enheder.enhedsnavn,
    proevemaaneder.maaned,
    opfoelgningsregler.nr,
    opfoelgningsregler.navn as regelnavn,
    coalesce(varslede.antal, 0) as antal

from ansvarlige

cross join proevemaaneder

cross join opfoelgningsregler

left join varslede
    on
        ansvarlige.enhed_id is not distinct from varslede.enhed_id
        and proevemaaneder.maaned = varslede.maaned
        and opfoelgningsregler.regel = varslede.regel

left join enheder
    on ansvarlige.enhed_id = enheder.enhed_id
