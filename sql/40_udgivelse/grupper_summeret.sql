-- Each group in each window it is shown in, and what its members add up to there.
-- Enhed: days, dagsværk in hundred millionths (e8). Korn: deling, overordnet_id, gruppe_id, vindue_nr. Midlertidig.
with

gruppe_boern as (

    select
        gruppe_id,
        barn_id
    from delingsmedlemmer

    union all

    select
        barn_id as gruppe_id,
        barn_id
    from boern

)

select
    delingsgrupper.deling,
    delingsgrupper.opdeling,
    delingsgrupper.overordnet_id,
    delingsgrupper.gruppe_id,
    delingsgrupper.navn,
    delingsgrupper.er_pulje,
    delingsvinduer.vindue_nr,
    delingsvinduer.vis_langtid,
    delingsvinduer.vis_langtidsfriske,
    udgivelsesvinduer.dage,
    sum(barn_tal.ansat_dage)::bigint as ansat_dage,
    sum(barn_tal.fuldtid_dage_e8)::bigint as fuldtid_dage_e8,
    sum(barn_tal.dagsvaerk_e8)::bigint as dagsvaerk_e8,
    sum(barn_tal.dagsvaerk_lang_e8)::bigint as dagsvaerk_lang_e8,
    sum(barn_tal.antal_ansatte)::bigint as antal_ansatte,
    sum(barn_tal.antal_grundlag)::bigint as antal_grundlag,
    sum(barn_tal.antal_langtidsfriske)::bigint as antal_langtidsfriske

from delingsgrupper

inner join delingsvinduer
    on
        delingsgrupper.deling = delingsvinduer.deling
        and delingsgrupper.overordnet_id is not distinct from delingsvinduer.overordnet_id
        and delingsgrupper.gruppe_id = delingsvinduer.gruppe_id

inner join udgivelsesvinduer
    on delingsvinduer.vindue_nr = udgivelsesvinduer.vindue_nr

inner join gruppe_boern
    on delingsgrupper.gruppe_id = gruppe_boern.gruppe_id

inner join barn_tal
    on gruppe_boern.barn_id = barn_tal.barn_id and delingsvinduer.vindue_nr = barn_tal.vindue_nr

group by
    delingsgrupper.deling,
    delingsgrupper.opdeling,
    delingsgrupper.overordnet_id,
    delingsgrupper.gruppe_id,
    delingsgrupper.navn,
    delingsgrupper.er_pulje,
    delingsvinduer.vindue_nr,
    delingsvinduer.vis_langtid,
    delingsvinduer.vis_langtidsfriske,
    udgivelsesvinduer.dage
