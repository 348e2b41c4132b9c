-- What anybody may see: rounded figures of groups that pass, and nothing they could be worked out of. Pools have no
-- måltal. Rounded once, exactly, half away from zero.
-- Enhed: sygedage pr. medarbejder (or årsværk), måltal and the distance to it to one decimal; shares in whole per cent;
-- medarbejdere to the nearest 5 below 100, else 10. Korn: overordnet_id, gruppe_id, vindue_nr.
with

naevnt as (

    select
        *,
        som_nytal($nytal, ansat_dage * 100000000::hugeint, nullif(fuldtid_dage_e8, 0)::hugeint) as naevner_e8

    from grupper_summeret

    where deling = 'ude'

),

enhederne as (      -- the one unit a group stands for: itself, or the one that has "fælles" with it

    select
        delingsgrupper.gruppe_id,
        min(boern.barn_id) as enhed_id,
        min(boern.niveau) as niveau

    from delingsgrupper

    left join delingsmedlemmer
        on delingsgrupper.gruppe_id = delingsmedlemmer.gruppe_id

    inner join boern
        on coalesce(delingsmedlemmer.barn_id, delingsgrupper.gruppe_id) = boern.barn_id and not boern.er_faelles

    where delingsgrupper.deling = 'ude' and delingsgrupper.opdeling <> 'navngivne'

    group by delingsgrupper.gruppe_id

    having count(distinct boern.barn_id) = 1

)

select
    naevnt.opdeling,
    naevnt.overordnet_id,
    naevnt.gruppe_id,
    naevnt.navn,
    naevnt.er_pulje,
    enhederne.enhed_id,
    coalesce(enhederne.niveau, boern.niveau) as niveau,
    naevnt.vindue_nr,
    udgivelsesvinduer.periode,
    udgivelsesvinduer.er_nu,
    udgivelsesvinduer.sidste_maaned,
    tiendedele(naevnt.dagsvaerk_e8::hugeint * naevnt.dage, naevnt.naevner_e8) as sygedage,
    case
        when naevnt.vis_langtid
            then
                tiendedele((naevnt.dagsvaerk_e8 - naevnt.dagsvaerk_lang_e8)::hugeint * naevnt.dage, naevnt.naevner_e8)
    end as korttid,
    case
        when naevnt.vis_langtid then tiendedele(naevnt.dagsvaerk_lang_e8::hugeint * naevnt.dage, naevnt.naevner_e8)
    end as langtid,
    case
        when naevnt.vis_langtid
            then divider_afrundet(100 * naevnt.dagsvaerk_lang_e8::hugeint, nullif(naevnt.dagsvaerk_e8, 0))::integer
    end as langtidsandel_pct,
    case
        when naevnt.vis_langtidsfriske
            then divider_afrundet(100 * naevnt.antal_langtidsfriske, nullif(naevnt.antal_grundlag, 0))::integer
    end as langtidsfriske_pct,
    case
        when naevnt.ansat_dage < 100 * naevnt.dage then 5 * divider_afrundet(naevnt.ansat_dage, 5 * naevnt.dage)
        else 10 * divider_afrundet(naevnt.ansat_dage, 10 * naevnt.dage)
    end::integer as medarbejdere,
    case when not naevnt.er_pulje then round(noegletal.maaltal, 1)::decimal(9, 1) end as maaltal,
    case when not naevnt.er_pulje and noegletal.maaltal is not null then noegletal.maaltal_kilde end as maaltal_kilde,
    case when not naevnt.er_pulje then round(noegletal.afstand_til_maaltal, 1)::decimal(9, 1) end as afstand

from naevnt

inner join udgivelsesvinduer
    on naevnt.vindue_nr = udgivelsesvinduer.vindue_nr

left join enhederne
    on naevnt.gruppe_id = enhederne.gruppe_id

left join boern
    on naevnt.gruppe_id = boern.barn_id

left join noegletal
    on naevnt.gruppe_id = noegletal.enhed_id and naevnt.vindue_nr = noegletal.vindue_nr
