-- The notices the user is to act on herself: a leder's of those nearest to her, a chef's of the leaders, hr's of those
-- without anybody; never of oneself. What lies before the twelve months shown has no date and no length. note_id is of
-- the newest note. Korn: medarbejdernr, regel, fra.
select
    opfoelgning_vurderet.medarbejdernr,
    navne.navn,
    enheder.enhedsnavn,
    opfoelgning_vurderet.regel,
    greatest(opfoelgning_vurderet.fra, bygning.varsler_fra) as fra,
    opfoelgning_vurderet.til,
    opfoelgning_vurderet.forfald,
    opfoelgning_vurderet.gaeldende_frist,
    case when opfoelgning_vurderet.siden is not null then opfoelgning_vurderet.antal end as antal,
    opfoelgning_vurderet.siden,
    opfoelgning_vurderet.er_maaske_afsluttet,
    opfoelgning_vurderet.tilstand,
    opfoelgning_vurderet.er_overskredet,
    opfoelgning_vurderet.note_id,
    opfoelgning_vurderet.handling,
    opfoelgning_vurderet.dato,
    opfoelgning_vurderet.af,
    opfoelgning_vurderet.tid

from opfoelgning_vurderet

cross join maal.bygning

left join maal.navne
    on opfoelgning_vurderet.medarbejdernr = navne.medarbejdernr

left join maal.enheder
    on opfoelgning_vurderet.enhed_id = enheder.enhed_id

where
    not list_contains($selv::integer[], opfoelgning_vurderet.medarbejdernr)
    and opfoelgning_vurderet.tilstand in ('åben', 'håndteret')
    and case opfoelgning_vurderet.ansvar_rolle
        when 'leder' then list_contains($leder_noder::bigint[], opfoelgning_vurderet.ansvar_enhed_id)
        when 'chef' then list_contains($chef_noder::bigint[], opfoelgning_vurderet.ansvar_enhed_id)
        else $er_hr
    end
