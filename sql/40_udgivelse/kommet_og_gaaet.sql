-- Who was employed in a node or group in the one window of a pair and on no day of the other. Near windows only.
-- Korn: par_nr, enhed_id, medarbejdernr. Midlertidig.
with

spaendene as (

    select
        signal_steder.enhed_id,
        ansaettelser.medarbejdernr,
        ansaettelser.fra,
        ansaettelser.til

    from ansaettelser

    inner join signal_steder
        on ansaettelser.placering_id = signal_steder.sted_id

    where ansaettelser.er_i_populationen

),

parrene as (

    select
        vinduespar.par_nr,
        foer.slutdato - foer.dage::integer + 1 as foer_fra,
        foer.slutdato as foer_til,
        nu.slutdato - nu.dage::integer + 1 as nu_fra,
        nu.slutdato as nu_til

    from vinduespar

    inner join perioder as foer
        on vinduespar.foer_vindue_nr = foer.vindue_nr

    inner join perioder as nu
        on vinduespar.vindue_nr = nu.vindue_nr

    inner join naere_vinduer
        on nu.sidste_maaned = naere_vinduer.sidste_maaned

),

mulige as (     -- whose span begins after the window before, or ends before the one now

    select distinct
        parrene.*,
        spaendene.enhed_id,
        spaendene.medarbejdernr,
        case when spaendene.fra > parrene.foer_til then 'kommet' else 'gaaet' end as klasse

    from parrene

    inner join spaendene
        on
            (spaendene.fra > parrene.foer_til and spaendene.fra <= parrene.nu_til)
            or (spaendene.til >= parrene.foer_fra and spaendene.til < parrene.nu_fra)

)

select
    mulige.par_nr,
    mulige.enhed_id,
    mulige.medarbejdernr,
    mulige.klasse

from mulige

where
    not exists (
        select 1
        from spaendene
        where
            spaendene.enhed_id = mulige.enhed_id
            and spaendene.medarbejdernr = mulige.medarbejdernr
            and spaendene.fra <= case mulige.klasse when 'kommet' then mulige.foer_til else mulige.nu_til end
            and spaendene.til >= case mulige.klasse when 'kommet' then mulige.foer_fra else mulige.nu_fra end
    )
