-- Notices of the rules about the n'th day of a sygeforløb: due when it has lasted so long, over when it has ended.
-- fra and til are the days the notice rests on, til open while the sygeforløb may go on.
-- Enhed: antal is calendar days so far. Korn: medarbejdernr, regel, fra. Midlertidig.
select
    sygeforloeb.medarbejdernr,
    opfoelgningsregler.regel,
    sygeforloeb.fra,
    case
        when sygeforloeb.er_i_gang or sygeforloeb.er_maaske_afsluttet then date '9999-12-31' else sygeforloeb.slut
    end as til,
    sygeforloeb.fra + opfoelgningsregler.graense::integer - 1 as forfald,
    sygeforloeb.dage as antal,
    sygeforloeb.fra as siden,
    sygeforloeb.er_i_gang or sygeforloeb.er_maaske_afsluttet as er_aktiv,
    sygeforloeb.er_maaske_afsluttet

from sygeforloeb

inner join opfoelgningsregler
    on
        opfoelgningsregler.slags = 'fravaersdag'
        and sygeforloeb.dage >= opfoelgningsregler.graense

where
    opfoelgningsregler.ikke_ved_fratraedelse_dage is null
    or sygeforloeb.ansat_til > sygeforloeb.fra + opfoelgningsregler.ikke_ved_fratraedelse_dage::integer
