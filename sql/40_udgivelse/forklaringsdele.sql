-- What each part of a node has to do with its change since a quarter or a year before: the part's own change weighted
-- with its share of the staff (fortsat), and staff moved to or from it, weighted with how far its rate is from the
-- node's (flyttet). A part that is new or closed has both as one (skift). The parts are a node's children where all is
-- seen (deling alle), and the groups they are shown in to others (inde, ude); and, seen another way, the node's
-- personalegrupper, those too small to be shown by themselves as well, in the newest window (personalegrupper). What
-- has no line of its own is the rest, part 0. All together they are the change, exactly: D = R * E, so with bars for
-- the mean of the two windows the change in R is (change in D - mean R * change in E) / mean E, and it adds up.
-- Enhed: sygedage pr. medarbejder (or årsværk). Korn: deling, enhed_id, del_id, vindue_nr, skridt.
with

nodetal as (

    select
        noegletal.enhed_id,
        noegletal.vindue_nr,
        noegletal.er_nedlagt,
        noegletal.er_ny,
        noegletal.har_rater,
        noegletal.dagsvaerk::double as dagsvaerk,
        som_nytal($nytal, noegletal.gns_medarbejdere, noegletal.gns_fuldtid) as antal

    from noegletal

),

hele as (

    select
        vinduespar.vindue_nr,
        vinduespar.foer_vindue_nr,
        vinduespar.skridt,
        udgivelsesvinduer.er_nu,
        nu.enhed_id,
        nu.dagsvaerk as hele_nu_dagsvaerk,
        nu.antal as hele_nu_antal,
        foer.dagsvaerk as hele_foer_dagsvaerk,
        foer.antal as hele_foer_antal,
        (nu.dagsvaerk / nu.antal + foer.dagsvaerk / foer.antal) / 2 as middelrate,
        (nu.antal + foer.antal) / 2 as middelantal

    from vinduespar

    inner join nodetal as nu
        on vinduespar.vindue_nr = nu.vindue_nr

    inner join nodetal as foer
        on vinduespar.foer_vindue_nr = foer.vindue_nr and nu.enhed_id = foer.enhed_id

    inner join udgivelsesvinduer
        on vinduespar.vindue_nr = udgivelsesvinduer.vindue_nr

    where nu.har_rater and foer.har_rater and not vinduespar.er_foreloebig

),

dele as (

    select
        'alle' as deling,
        enheder.overordnet_id as enhed_id,
        nodetal.enhed_id as del_id,
        nodetal.vindue_nr,
        nodetal.dagsvaerk,
        nodetal.antal,
        nodetal.er_nedlagt,
        nodetal.er_ny

    from nodetal

    inner join enheder
        on nodetal.enhed_id = enheder.enhed_id

    where enheder.niveau not in ('gruppe', 'personalegruppe')

    union all

    select
        deling,
        overordnet_id as enhed_id,
        gruppe_id as del_id,
        vindue_nr,
        dagsvaerk(dagsvaerk_e8)::double as dagsvaerk,
        som_nytal($nytal, ansat_dage, fuldtid_dage_e8 / 100000000) / dage as antal,
        false as er_nedlagt,
        false as er_ny

    from grupper_summeret

    where opdeling = 'enheder' and overordnet_id is not null

    union all

    select
        boern.opdeling as deling,
        boern.overordnet_id as enhed_id,
        barn_tal.barn_id as del_id,
        barn_tal.vindue_nr,
        dagsvaerk(barn_tal.dagsvaerk_e8)::double as dagsvaerk,
        som_nytal($nytal, barn_tal.ansat_dage, barn_tal.fuldtid_dage_e8 / 100000000) / udgivelsesvinduer.dage as antal,
        false as er_nedlagt,
        false as er_ny

    from barn_tal

    inner join boern
        on barn_tal.barn_id = boern.barn_id and boern.opdeling = 'personalegrupper'

    inner join udgivelsesvinduer
        on barn_tal.vindue_nr = udgivelsesvinduer.vindue_nr

),

kendte as (

    select distinct
        deling,
        enhed_id,
        del_id

    from dele

),

sammenstillet as (      -- whoever is in neither window is no part; a group is one only when it is in both

    select
        kendte.deling,
        kendte.del_id,
        hele.enhed_id,
        hele.vindue_nr,
        hele.skridt,
        hele.middelrate,
        hele.middelantal,
        coalesce(nu.dagsvaerk, 0) as nu_dagsvaerk,
        coalesce(nu.antal, 0) as nu_antal,
        coalesce(foer.dagsvaerk, 0) as foer_dagsvaerk,
        coalesce(foer.antal, 0) as foer_antal,
        nu_antal = 0 or coalesce(nu.er_nedlagt, false) as er_lukket,
        er_lukket or foer_antal = 0 or coalesce(foer.er_ny, false) as er_skift

    from hele

    inner join kendte
        on hele.enhed_id = kendte.enhed_id

    left join dele as nu
        on
            kendte.deling = nu.deling
            and kendte.enhed_id = nu.enhed_id
            and kendte.del_id = nu.del_id
            and hele.vindue_nr = nu.vindue_nr

    left join dele as foer
        on
            kendte.deling = foer.deling
            and kendte.enhed_id = foer.enhed_id
            and kendte.del_id = foer.del_id
            and hele.foer_vindue_nr = foer.vindue_nr

    where
        case
            when kendte.deling = 'alle' then nu.del_id is not null or foer.del_id is not null
            when kendte.deling = 'personalegrupper'
                then hele.er_nu and (nu.del_id is not null or foer.del_id is not null)
            else nu.del_id is not null and foer.del_id is not null
        end

),

medlemmer as (      -- the children that are in a published line

    select
        grupper_summeret.overordnet_id as enhed_id,
        coalesce(delingsmedlemmer.barn_id, grupper_summeret.gruppe_id) as barn_id

    from grupper_summeret

    left join delingsmedlemmer
        on grupper_summeret.gruppe_id = delingsmedlemmer.gruppe_id

    where grupper_summeret.deling = 'ude'

),

med_skift as (      -- a new or closed child has no published line: told of when it is large enough to have had one

    select * from sammenstillet

    union all

    select * replace ('ude' as deling)

    from sammenstillet

    where
        deling = 'alle'
        and er_skift
        and greatest(nu_antal, foer_antal) >= $mindst_ude
        and not exists (
            select 1
            from medlemmer
            where medlemmer.enhed_id = sammenstillet.enhed_id and medlemmer.barn_id = sammenstillet.del_id
        )

),

resten as (

    select
        med_skift.deling,
        0 as del_id,
        hele.enhed_id,
        hele.vindue_nr,
        hele.skridt,
        any_value(hele.middelrate) as middelrate,
        any_value(hele.middelantal) as middelantal,
        any_value(hele.hele_nu_dagsvaerk) - sum(med_skift.nu_dagsvaerk) as nu_dagsvaerk,
        any_value(hele.hele_nu_antal) - sum(med_skift.nu_antal) as nu_antal,
        any_value(hele.hele_foer_dagsvaerk) - sum(med_skift.foer_dagsvaerk) as foer_dagsvaerk,
        any_value(hele.hele_foer_antal) - sum(med_skift.foer_antal) as foer_antal,
        false as er_lukket,
        false as er_skift

    from med_skift

    inner join hele
        on
            med_skift.enhed_id = hele.enhed_id
            and med_skift.vindue_nr = hele.vindue_nr
            and med_skift.skridt = hele.skridt

    group by med_skift.deling, hele.enhed_id, hele.vindue_nr, hele.skridt

),

alle as (

    select * from med_skift
    union all
    select * from resten
    where nu_antal > 0.001 or foer_antal > 0.001

),

bidragene as (

    select
        *,
        (nu_dagsvaerk - foer_dagsvaerk - middelrate * (nu_antal - foer_antal)) / middelantal as bidrag,
        case
            when er_skift or least(nu_antal, foer_antal) <= 0.001 then 0
            else (nu_antal + foer_antal) / 2 / middelantal * (nu_dagsvaerk / nu_antal - foer_dagsvaerk / foer_antal)
        end as fortsat

    from alle

)

select
    deling,
    enhed_id,
    del_id::bigint as del_id,
    vindue_nr,
    skridt,
    er_lukket,
    fortsat,
    case when er_skift then 0 else bidrag - fortsat end as flyttet,
    case when er_skift then bidrag else 0 end as skift,
    bidrag

from bidragene
