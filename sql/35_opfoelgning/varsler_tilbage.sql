-- Notices of the rules about the return after a long sygeforløb: due on the first working day after it, once it is
-- certain that it has ended; open until handled.
-- Enhed: antal is calendar days. Korn: medarbejdernr, regel, fra. Midlertidig.
select
    sygeforloeb.medarbejdernr,
    opfoelgningsregler.regel,
    sygeforloeb.fra,
    sygeforloeb.slut as til,
    hverdage.naeste_hverdag as forfald,
    sygeforloeb.dage as antal,
    sygeforloeb.fra as siden,
    true as er_aktiv,
    false as er_maaske_afsluttet

from sygeforloeb

inner join opfoelgningsregler
    on
        opfoelgningsregler.slags = 'tilbage'
        and sygeforloeb.dage >= opfoelgningsregler.graense

inner join hverdage
    on sygeforloeb.slut + 1 = hverdage.dag

where
    not sygeforloeb.er_i_gang
    and not sygeforloeb.er_maaske_afsluttet
    and hverdage.naeste_hverdag <= sygeforloeb.udtraeksdato
