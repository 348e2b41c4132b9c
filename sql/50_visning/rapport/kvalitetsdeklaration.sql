-- The quality declaration of the whole kommune: the absence of the delivery, how much of the newest twelve whole months
-- is foreløbig, and what is new or closed in them. Enhed: antal; shares from 0 to 1; dagsværk, those of the rejected
-- estimated. Korn: én række.
with

nyeste as (

    select
        foerste_maaned,
        sidste_maaned,
        vindue_nr

    from perioder

    where periodetype = 'maaned' and vindue = 'rullende'

    order by sidste_maaned desc

    limit 1

),

maanederne as (

    select
        sum(aargang.dagsvaerk_e8) as dagsvaerk_e8,
        sum(aargang.dagsvaerk_e8) filter (where perioder.er_foreloebig) as foreloebig_e8

    from aargang

    inner join nyeste
        on aargang.maaned_nr between nyeste.foerste_maaned and nyeste.sidste_maaned

    inner join perioder
        on
            aargang.maaned_nr = perioder.sidste_maaned
            and perioder.periodetype = 'maaned'
            and perioder.vindue = 'alene'

    where aargang.niveau = 'kommune'

),

organisation as (

    select
        count(*) filter (where noegletal.er_ny) as antal_nye,
        count(*) filter (where noegletal.er_nedlagt) as antal_lukkede

    from noegletal

    inner join nyeste
        on noegletal.vindue_nr = nyeste.vindue_nr

    inner join enheder
        on noegletal.enhed_id = enheder.enhed_id

    where enheder.niveau_nr between 1 and 7

),

skift as (

    select count(*) as antal_skift
    from flyttede

)

select
    kvalitet.antal_fravaer,
    kvalitet.antal_fravaer_afvist,
    dagsvaerk(kvalitet.afvist_dagsvaerk_e8) as afvist_dagsvaerk,
    kvalitet.afvist_dagsvaerk_e8 / nullif(kvalitet.dagsvaerk_e8, 0) as afvist_andel,
    kvalitet.antal_andre_afvist,
    kvalitet.antal_poster,
    kvalitet.antal_uden_timer,
    kvalitet.uden_timer_dagsvaerk_e8 / nullif(kvalitet.dagsvaerk_e8, 0) as uden_timer_andel,
    kvalitet.antal_uden_timer_og_dage,
    coalesce(maanederne.foreloebig_e8, 0) / nullif(maanederne.dagsvaerk_e8, 0) as foreloebig_andel,
    organisation.antal_nye,
    organisation.antal_lukkede,
    skift.antal_skift

from kvalitet

cross join maanederne

cross join organisation

cross join skift
