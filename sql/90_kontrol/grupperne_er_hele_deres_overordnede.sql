with

viste as (

    select
        deling,
        overordnet_id,
        opdeling,
        vindue_nr,
        sum(ansat_dage) as ansat_dage,
        sum(dagsvaerk_e8) as dagsvaerk_e8

    from grupper_summeret

    where overordnet_id is not null

    group by deling, overordnet_id, opdeling, vindue_nr

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
