with

viste as (

    select
        delingsvinduer.deling,
        delingsvinduer.overordnet_id,
        grupper_summeret.opdeling,
        delingsvinduer.vindue_nr,
        sum(grupper_summeret.ansat_dage) as ansat_dage,
        sum(grupper_summeret.dagsvaerk_e8) as dagsvaerk_e8

    from delingsvinduer

    inner join grupper_summeret
        on
            delingsvinduer.deling = grupper_summeret.deling
            and delingsvinduer.overordnet_id = grupper_summeret.overordnet_id
            and delingsvinduer.gruppe_id = grupper_summeret.gruppe_id
            and delingsvinduer.vindue_nr = grupper_summeret.vindue_nr

    group by
        delingsvinduer.deling,
        delingsvinduer.overordnet_id,
        grupper_summeret.opdeling,
        delingsvinduer.vindue_nr

)

select viste.overordnet_id
from viste
inner join udgivelsesvinduer
    on viste.vindue_nr = udgivelsesvinduer.vindue_nr and udgivelsesvinduer.er_blandt_tre
inner join sygefravaer
    on viste.overordnet_id = sygefravaer.enhed_id and viste.vindue_nr = sygefravaer.vindue_nr
where
    viste.opdeling = 'enheder'
    and (viste.ansat_dage <> sygefravaer.ansat_dage or viste.dagsvaerk_e8 <> sygefravaer.dagsvaerk_e8)
