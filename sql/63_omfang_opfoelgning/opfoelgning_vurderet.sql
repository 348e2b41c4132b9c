-- Every notice in force, with what was done about it and how it stands on $dag. A note keeps to the days it was made
-- about: whichever notice of the rule now covers one of them has it. The deadline is never before the notice could be
-- seen. er_talt: it counts among those due. Korn: medarbejdernr, regel, fra. Midlertidig.
with

noterede as (

    select
        varsler.medarbejdernr,
        varsler.regel,
        varsler.fra,
        min(noter_laest.dato) as foerste_dato,
        max(noter_laest.note_id) as note_id,
        arg_max(noter_laest.handling, noter_laest.note_id) as handling,
        arg_max(noter_laest.dato, noter_laest.note_id) as dato,
        arg_max(noter_laest.af, noter_laest.note_id) as af,
        arg_max(noter_laest.tid, noter_laest.note_id) as tid

    from maal.varsler

    inner join noter_laest
        on
            varsler.medarbejdernr = noter_laest.medarbejdernr
            and varsler.regel = noter_laest.regel
            and varsler.fra <= noter_laest.til
            and varsler.til >= noter_laest.fra

    group by varsler.medarbejdernr, varsler.regel, varsler.fra

),

gaeldende as (

    select
        varsler.*,
        opfoelgning_regler.er_fra,
        ansvar.enhed_id,
        case when opfoelgning_regler.modtager = 'leder' then ansvar.ansvar_enhed_id end as ansvar_enhed_id,
        case when opfoelgning_regler.modtager = 'leder' then ansvar.ansvar_rolle else 'hr' end as ansvar_rolle,
        noterede.note_id,
        noterede.foerste_dato,
        noterede.handling,
        noterede.dato,
        noterede.af,
        noterede.tid,
        greatest(varsler.frist, varsler_kendte.foerst_set) as gaeldende_frist

    from maal.varsler

    inner join varsler_kendte
        on
            varsler.medarbejdernr = varsler_kendte.medarbejdernr
            and varsler.regel = varsler_kendte.regel
            and varsler.fra = varsler_kendte.fra

    inner join opfoelgning_regler
        on varsler.regel = opfoelgning_regler.regel

    inner join ansvar
        on varsler.medarbejdernr = ansvar.medarbejdernr

    left join noterede
        on
            varsler.medarbejdernr = noterede.medarbejdernr
            and varsler.regel = noterede.regel
            and varsler.fra = noterede.fra

)

select
    *,
    case
        when note_id is not null then 'håndteret'
        when er_aktiv and er_fra then 'slået fra'
        when er_aktiv then 'åben'
        when gaeldende_frist <= til then 'ikke håndteret'
        else 'bortfaldet'
    end as tilstand,
    tilstand = 'åben' and gaeldende_frist < $dag::date as er_overskredet,
    tilstand = 'håndteret' and foerste_dato <= gaeldende_frist as er_i_tide,
    tilstand in ('håndteret', 'ikke håndteret') or er_overskredet as er_talt

from gaeldende
