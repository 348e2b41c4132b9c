-- How the published groups a user sees have moved. Korn: overordnet_id, gruppe_id, vindue_nr, siden.
select udgivne_forskelle.*

from maal.udgivne_forskelle

where
    exists (
        select 1
        from udgivne_tal
        where
            udgivne_tal.gruppe_id = udgivne_forskelle.gruppe_id
            and udgivne_tal.overordnet_id is not distinct from udgivne_forskelle.overordnet_id
    )
