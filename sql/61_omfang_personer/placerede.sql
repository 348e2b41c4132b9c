-- Where every employee is on the udtræksdato. Korn: medarbejdernr. Midlertidig.
select
    ansaettelser.medarbejdernr,
    placeringer.enhedsnr as enhed_id,
    ansaettelser.aarsag,
    ansaettelser.er_i_populationen

from maal.ansaettelser

inner join maal.placeringer
    on ansaettelser.placering_id = placeringer.placering_id

inner join maal.bygning
    on bygning.udtraeksdato between ansaettelser.fra and ansaettelser.til
