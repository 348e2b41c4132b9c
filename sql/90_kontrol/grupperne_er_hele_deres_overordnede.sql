with

viste as (

    select
        deling,
        overordnet_id,
        opdeling,
        vindue_nr,
        ansat_dage,
        dagsvaerk_e8
    from grupper_summeret
    where overordnet_id is not null

    union all

    select
        'ude' as deling,
        delt_uden_linje.overordnet_id,
        'enheder' as opdeling,
        barn_tal.vindue_nr,
        barn_tal.ansat_dage,
        barn_tal.dagsvaerk_e8
    from delt_uden_linje
    inner join barn_tal
        on delt_uden_linje.barn_id = barn_tal.barn_id
    where
        exists (
            select 1
            from delingsvinduer
            where
                delingsvinduer.deling = 'ude'
                and delingsvinduer.overordnet_id = delt_uden_linje.overordnet_id
                and delingsvinduer.vindue_nr = barn_tal.vindue_nr
        )

),

summer as (

    select
        deling,
        overordnet_id,
        opdeling,
        vindue_nr,
        sum(ansat_dage) as ansat_dage,
        sum(dagsvaerk_e8) as dagsvaerk_e8

    from viste

    group by deling, overordnet_id, opdeling, vindue_nr

)

select summer.overordnet_id
from summer
inner join udgivelsesvinduer
    on summer.vindue_nr = udgivelsesvinduer.vindue_nr and udgivelsesvinduer.er_blandt_tre
inner join sygefravaer
    on summer.overordnet_id = sygefravaer.enhed_id and summer.vindue_nr = sygefravaer.vindue_nr
where
    summer.ansat_dage <> sygefravaer.ansat_dage
    or summer.dagsvaerk_e8 <> sygefravaer.dagsvaerk_e8
