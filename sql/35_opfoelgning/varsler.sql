-- The notices of the follow-up that came due from $varsler_fra to the udtræksdato, each with its deadline; on a day off
-- it moves as the rule says, never before the notice is due. siden is null for what began before $varsler_fra.
-- No cause. Korn: medarbejdernr, regel, fra.
with

alle as (

    select * from varsler_fravaersdag

    union all

    select * from varsler_tilbage

    union all

    select * from varsler_mange

)

select
    alle.medarbejdernr,
    alle.regel,
    alle.fra,
    alle.til,
    alle.forfald,
    case opfoelgningsregler.frist_flyttes
        when 'frem' then hverdage.naeste_hverdag
        else greatest(alle.forfald, hverdage.forrige_hverdag)
    end as frist,
    alle.antal::integer as antal,
    case when alle.siden >= $varsler_fra::date then alle.siden end as siden,
    alle.er_aktiv,
    alle.er_maaske_afsluttet

from alle

inner join opfoelgningsregler
    on alle.regel = opfoelgningsregler.regel

inner join hverdage
    on
        case opfoelgningsregler.frist_fra when 'foerste_dag' then alle.fra else alle.forfald end
        + opfoelgningsregler.frist_dage::integer = hverdage.dag

where alle.forfald >= $varsler_fra::date
