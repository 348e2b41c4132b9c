select delingsvinduer.gruppe_id
from delingsvinduer
inner join grupper_summeret
    on
        delingsvinduer.deling = grupper_summeret.deling
        and delingsvinduer.overordnet_id is not distinct from grupper_summeret.overordnet_id
        and delingsvinduer.gruppe_id = grupper_summeret.gruppe_id
        and delingsvinduer.vindue_nr = grupper_summeret.vindue_nr
where
    grupper_summeret.ansat_dage
    < case delingsvinduer.deling when 'inde' then 5 else 10 end * grupper_summeret.dage
