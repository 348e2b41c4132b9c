-- The level of a node or group in a window beside what is to be expected of its mix of personalegrupper, and the
-- variance of what chance alone adds to that, less the more of the kommune it is. Not of the kommune itself.
-- er_egen_maalestok: most of its employment is in groups it holds more than half of, so that the two are alike.
-- Enhed: sygedage pr. medarbejder (or årsværk) of the window, and its square. Korn: enhed_id, vindue_nr. Midlertidig.
with

i_alt as (

    select
        vindue_nr,
        sum(som_nytal($nytal, ansat_dage * 100000000::hugeint, fuldtid_dage_e8::hugeint)) as ansat_e8

    from niveau_placeringer

    group by vindue_nr

),

nodens_grupper as ( -- ansat_e8 as the headline counts employment, gruppe_ansat_e8 as the rates do

    select
        node_placeringer.enhed_id,
        niveau_placeringer.vindue_nr,
        placeringer.gruppe_nr,
        sum(som_nytal($nytal, niveau_placeringer.ansat_dage * 100000000::hugeint, niveau_placeringer.fuldtid_dage_e8))
            as ansat_e8,
        sum(
            case
                when bygning.har_personalegrupper then niveau_placeringer.fuldtid_dage_e8
                else som_nytal(
                    $nytal, niveau_placeringer.ansat_dage * 100000000::hugeint, niveau_placeringer.fuldtid_dage_e8
                )
            end
        ) as gruppe_ansat_e8,
        sum(niveau_placeringer.dagsvaerk_e8) as dagsvaerk_e8

    from node_placeringer

    inner join niveau_placeringer
        on node_placeringer.placering_id = niveau_placeringer.placering_id

    inner join placeringer
        on node_placeringer.placering_id = placeringer.placering_id

    cross join bygning

    group by node_placeringer.enhed_id, niveau_placeringer.vindue_nr, placeringer.gruppe_nr

),

nodens_tal as (

    select
        nodens_grupper.enhed_id,
        nodens_grupper.vindue_nr,
        sum(nodens_grupper.ansat_e8)::hugeint as ansat_e8,
        sum(nodens_grupper.dagsvaerk_e8)::hugeint as dagsvaerk_e8,
        sum(nodens_grupper.gruppe_ansat_e8 * round(gruppe_rater.forventet * 100000000)::hugeint)::double
        / 100000000 as forventet_ansat,
        sum(nodens_grupper.gruppe_ansat_e8 * round(gruppe_rater.varians * 10000)::hugeint)::double
        / 10000 as varians_ansat,
        2 * sum(
            case
                when 2 * nodens_grupper.gruppe_ansat_e8 > gruppe_rater.ansat_e8 then nodens_grupper.gruppe_ansat_e8
                else 0
            end
        ) > sum(nodens_grupper.gruppe_ansat_e8) as er_egen_maalestok

    from nodens_grupper

    inner join gruppe_rater
        on
            nodens_grupper.vindue_nr = gruppe_rater.vindue_nr
            and nodens_grupper.gruppe_nr = gruppe_rater.gruppe_nr

    group by nodens_grupper.enhed_id, nodens_grupper.vindue_nr

)

select
    nodens_tal.enhed_id,
    nodens_tal.vindue_nr,
    niveauvinduer.vindue,
    niveauvinduer.sidste_maaned,
    nodens_tal.dagsvaerk_e8::double * niveauvinduer.dage / nodens_tal.ansat_e8 as niveau,
    nodens_tal.forventet_ansat / nodens_tal.ansat_e8 as forventet,
    nodens_tal.varians_ansat / nodens_tal.ansat_e8 / (nodens_tal.ansat_e8::double / 100000000 / niveauvinduer.dage)
    * (1 - nodens_tal.ansat_e8::double / i_alt.ansat_e8) as varians,
    nodens_tal.er_egen_maalestok and bygning.har_personalegrupper as er_egen_maalestok

from nodens_tal

inner join niveauvinduer
    on nodens_tal.vindue_nr = niveauvinduer.vindue_nr

inner join i_alt
    on nodens_tal.vindue_nr = i_alt.vindue_nr

cross join bygning

where
    nodens_tal.ansat_e8 >= $mindste_medarbejdere * 100000000 * niveauvinduer.dage
    and nodens_tal.ansat_e8 < i_alt.ansat_e8
    and nodens_tal.forventet_ansat > 0
