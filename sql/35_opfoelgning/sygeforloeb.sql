-- The sygeforløb begun by the udtræksdato, of those employed then, as far as they are known. One that ended in the days
-- just before it may still be extended: er_maaske_afsluttet. ansat_til is the employee's last day, far off when open.
-- Enhed: calendar days. Korn: medarbejdernr, fra. Midlertidig.
with

ansatte as (

    select
        ansaettelser.medarbejdernr,
        bygning.udtraeksdato,
        max(ansaettelser.til) as ansat_til

    from ansaettelser

    cross join bygning

    where ansaettelser.aarsag <> 'annulleret'

    group by ansaettelser.medarbejdernr, bygning.udtraeksdato

    having bool_or(bygning.udtraeksdato between ansaettelser.fra and ansaettelser.til)

),

forloeb as (

    select
        sygeposter.medarbejdernr,
        sygeposter.forloeb_fra as fra,
        ansatte.ansat_til,
        ansatte.udtraeksdato,
        least(max(sygeposter.sidste_dag), ansatte.udtraeksdato) as slut

    from sygeposter

    inner join ansatte
        on sygeposter.medarbejdernr = ansatte.medarbejdernr

    where sygeposter.foerste_dag <= ansatte.udtraeksdato

    group by sygeposter.medarbejdernr, sygeposter.forloeb_fra, ansatte.ansat_til, ansatte.udtraeksdato

)

select
    medarbejdernr,
    fra,
    slut,
    ansat_til,
    udtraeksdato,
    date_diff('day', fra, slut) + 1 as dage,
    slut = udtraeksdato as er_i_gang,
    slut < udtraeksdato and slut >= udtraeksdato - $maaske_afsluttet_dage::integer as er_maaske_afsluttet

from forloeb
