-- What the user is to act on, overdue first, then by deadline; what was handled last comes after.
-- Korn: medarbejdernr, regel, fra.
select
    nummer(opfoelgning_egne.medarbejdernr) as medarbejdernr,
    opfoelgning_egne.* exclude (medarbejdernr),
    opfoelgning_regler.navn as regelnavn,
    opfoelgning_regler.forklaring,
    opfoelgning_regler.slags

from opfoelgning_egne

inner join opfoelgning_regler
    on opfoelgning_egne.regel = opfoelgning_regler.regel

order by
    opfoelgning_egne.tilstand = 'håndteret' asc,
    opfoelgning_egne.tid desc nulls first,
    opfoelgning_egne.gaeldende_frist asc,
    opfoelgning_egne.navn collate da asc,
    opfoelgning_egne.medarbejdernr asc,
    opfoelgning_regler.nr asc
