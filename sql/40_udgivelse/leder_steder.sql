-- Where the known leaders have been employed, child by child. Korn: barn_id, medarbejdernr, fra. Midlertidig.
select
    barn_placeringer.barn_id,
    ansaettelser.medarbejdernr,
    ansaettelser.fra,
    ansaettelser.til

from ansaettelser

inner join synlige_ledere
    on ansaettelser.medarbejdernr = synlige_ledere.medarbejdernr

inner join barn_placeringer
    on ansaettelser.placering_id = barn_placeringer.placering_id

where ansaettelser.er_i_populationen
