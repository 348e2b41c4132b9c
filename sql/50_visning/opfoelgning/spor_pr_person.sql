-- What each employee adds to the kommune's and each afdeling's rolling figure of a quarter, to find out later how many
-- have been corrected. Enhed: dagsværk and days times grad in hundred millionths (e8). Korn: enhed_id, medarbejdernr.
with

vinduet as (

    select
        foerste_maaned,
        sidste_maaned,
        slutdato,
        dage
    from perioder
    where periode = $periode and vindue = 'rullende'

),

udvalgte as (

    select
        enheder.enhed_id,
        tilhoer.placering_id
    from enheder
    inner join tilhoer
        on enheder.enhed_id = tilhoer.enhed_id
    where enheder.niveau in ('kommune', 'afdeling')

),

fravaer as (

    select
        udvalgte.enhed_id,
        sygeceller.medarbejdernr,
        sum(sygeceller.dagsvaerk_e8) as dagsvaerk_e8

    from sygeceller

    inner join udvalgte
        on sygeceller.placering_id = udvalgte.placering_id

    inner join vinduet
        on sygeceller.maaned_nr between vinduet.foerste_maaned and vinduet.sidste_maaned

    where sygeceller.kategori = 'population'

    group by udvalgte.enhed_id, sygeceller.medarbejdernr

),

ansat as (

    select
        udvalgte.enhed_id,
        ansaettelser.medarbejdernr,
        sum(
            (
                1 + date_diff(
                    'day',
                    greatest(ansaettelser.fra, vinduet.slutdato - (vinduet.dage - 1)::integer),
                    least(ansaettelser.til, vinduet.slutdato)
                )
            ) * ansaettelser.grad_e8::hugeint
        ) as ansat_e8

    from ansaettelser

    inner join udvalgte
        on ansaettelser.placering_id = udvalgte.placering_id

    inner join vinduet
        on
            ansaettelser.fra <= vinduet.slutdato
            and ansaettelser.til >= vinduet.slutdato - (vinduet.dage - 1)::integer

    where ansaettelser.er_i_populationen

    group by udvalgte.enhed_id, ansaettelser.medarbejdernr

)

select
    coalesce(ansat.enhed_id, fravaer.enhed_id) as enhed_id,
    coalesce(ansat.medarbejdernr, fravaer.medarbejdernr) as medarbejdernr,
    coalesce(fravaer.dagsvaerk_e8, 0)::varchar as fravaer,
    coalesce(ansat.ansat_e8, 0)::varchar as ansaettelser

from ansat

full join fravaer
    on ansat.enhed_id = fravaer.enhed_id and ansat.medarbejdernr = fravaer.medarbejdernr

order by coalesce(ansat.enhed_id, fravaer.enhed_id), coalesce(ansat.medarbejdernr, fravaer.medarbejdernr)
