-- Employees with days on a unit on or after the date another was to carry it on: the number is used again, or the
-- employments were not moved.
-- Korn: medarbejdernr, enhedsnr. Midlertidig.
select
    spaend.medarbejdernr,
    spaend.enhedsnr

from spaend

inner join enhedsskift_laest
    on spaend.enhedsnr = enhedsskift_laest.gammelt_enhedsnr and spaend.slutdato >= enhedsskift_laest.fra

where
    spaend.startdato is not null
    and enhedsskift_laest.grund is null
    and enhedsskift_laest.totaltekst is null
    and enhedsskift_laest.fra <= $udtraeksdato::date

group by spaend.medarbejdernr, spaend.enhedsnr
