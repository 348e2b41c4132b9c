-- The units whose history a unit the user sees carries on: numbers nobody is placed on any more. Korn: enhedsnr.
select
    enhed_efterfoelger.enhedsnr,
    arg_max(enhed_efterfoelger.efterfoelger, enhed_efterfoelger.begyndt_fra) as enhed_id

from maal.enhed_efterfoelger

where
    enhed_efterfoelger.enhedsnr <> enhed_efterfoelger.efterfoelger
    and enhed_efterfoelger.enhedsnr not in (select placeringer.enhedsnr from maal.placeringer)
    and (
        enhed_efterfoelger.efterfoelger in (select egne_enheder.enhed_id from egne_enheder)
        or enhed_efterfoelger.efterfoelger in (select chef_grupper.gruppe_id from chef_grupper)
    )

group by enhed_efterfoelger.enhedsnr
