-- What the employees of a node or group have moved between two windows, by class: those whose long absence is only in
-- the window before (ophoert), only in the one now (begyndt) or in both (begge); and those who are employed only now
-- (kommet) or only before (gaaet). stoerste_to_e8: what the two who moved most have moved.
-- Enhed: as in bidrag_sted. Korn: par_nr, enhed_id, opdeling, klasse. Midlertidig.
with

medlemmer as (

    select
        lange_forloeb.par_nr,
        signal_steder.enhed_id,
        lange_forloeb.medarbejdernr,
        'forloeb' as opdeling,
        case
            when sum(lange_forloeb.nu_e8) = 0 then 'ophoert'
            when sum(lange_forloeb.foer_e8) = 0 then 'begyndt'
            else 'begge'
        end as klasse
    from lange_forloeb
    inner join signal_steder
        on lange_forloeb.sted_id = signal_steder.sted_id
    group by lange_forloeb.par_nr, signal_steder.enhed_id, lange_forloeb.medarbejdernr
    having sum(lange_forloeb.foer_e8) <> 0 or sum(lange_forloeb.nu_e8) <> 0

    union all

    select
        par_nr,
        enhed_id,
        medarbejdernr,
        'ansatte' as opdeling,
        klasse
    from kommet_og_gaaet

),

medlemmernes as (

    select
        medlemmer.*,
        coalesce(sum(bidrag.aendring_e8) filter (where signal_steder.sted_id is not null), 0) as aendring_e8,
        coalesce(sum(bidrag.aendring_ansat) filter (where signal_steder.sted_id is not null), 0) as aendring_ansat

    from medlemmer

    left join bidrag
        on medlemmer.par_nr = bidrag.par_nr and medlemmer.medarbejdernr = bidrag.medarbejdernr

    left join signal_steder
        on bidrag.sted_id = signal_steder.sted_id and medlemmer.enhed_id = signal_steder.enhed_id

    group by
        medlemmer.par_nr,
        medlemmer.enhed_id,
        medlemmer.medarbejdernr,
        medlemmer.opdeling,
        medlemmer.klasse

)

select
    par_nr,
    enhed_id,
    opdeling,
    klasse,
    count(*) as antal,
    sum(aendring_e8)::hugeint as aendring_e8,
    sum(aendring_ansat)::hugeint as aendring_ansat,
    sum(abs(aendring_e8))::hugeint as bevaeget_e8,
    list_sum(max(abs(aendring_e8), 2))::hugeint as stoerste_to_e8

from medlemmernes

group by par_nr, enhed_id, opdeling, klasse
