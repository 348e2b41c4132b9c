-- The nodes led below the user's own, and how many employees each leder is to follow up. One with fewer than
-- $mindste_leder stands only in the total, and so do the smallest of the others until nobody can be found by
-- subtraction: er_vist. Hr sees each. Korn: enhed_id. Midlertidig.
with

under as (

    select
        ansvar.ansvar_enhed_id as enhed_id,
        count(*) as antal_medarbejdere

    from ansvar

    where
        ansvar.ansvar_enhed_id is not null
        and (
            $er_hr
            or exists (
                select 1
                from maal.enhed_overordnede
                where
                    ansvar.ansvar_enhed_id = enhed_overordnede.enhed_id
                    and enhed_overordnede.trin > 0
                    and list_contains(
                        list_concat($leder_noder::bigint[], $chef_noder::bigint[]), enhed_overordnede.overordnet_id
                    )
            )
        )

    group by ansvar.ansvar_enhed_id

),

talte as (

    select
        *,
        coalesce(sum(antal_medarbejdere) over mindre, 0) as mindres_medarbejdere,
        min(antal_medarbejdere) over () < $mindste_leder::integer as har_smaa

    from under

    window mindre as (
        order by antal_medarbejdere, enhed_id rows between unbounded preceding and 1 preceding
    )

)

select
    enhed_id,
    antal_medarbejdere,
    $er_hr
    or not har_smaa
    or (
        antal_medarbejdere >= $mindste_leder::integer
        and mindres_medarbejdere >= $mindste_leder::integer
    ) as er_vist

from talte
