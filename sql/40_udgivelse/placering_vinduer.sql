-- What the employees of a placement add up to in each of the three windows there are of a unit or a personalegruppe.
-- Enhed: days, dagsværk in hundred millionths (e8). Korn: placering_id, vindue_nr. Midlertidig.
with

vinduer as (

    select
        vindue_nr,
        foerste_maaned,
        sidste_maaned

    from udgivelsesvinduer

    where er_blandt_tre

),

raekker as (

    select
        ansatte_maaneder.placering_id,
        vinduer.vindue_nr,
        ansatte_maaneder.ansat_dage,
        ansatte_maaneder.fuldtid_dage_e8,
        0 as dagsvaerk_e8,
        0 as dagsvaerk_lang_e8,
        case when ansatte_maaneder.maaned_nr = vinduer.sidste_maaned then ansatte_maaneder.ansatte_ultimo else 0 end
            as antal_ansatte
    from ansatte_maaneder
    inner join vinduer
        on ansatte_maaneder.maaned_nr between vinduer.foerste_maaned and vinduer.sidste_maaned

    union all

    select
        syge_maaneder.placering_id,
        vinduer.vindue_nr,
        0 as ansat_dage,
        0 as fuldtid_dage_e8,
        syge_maaneder.dagsvaerk_e8,
        case
            when syge_maaneder.maaned_nr + syge_maaneder.forsinkelse <= vinduer.sidste_maaned
                then syge_maaneder.dagsvaerk_e8
            else 0
        end as dagsvaerk_lang_e8,
        0 as antal_ansatte
    from syge_maaneder
    inner join vinduer
        on syge_maaneder.maaned_nr between vinduer.foerste_maaned and vinduer.sidste_maaned

)

select
    placering_id,
    vindue_nr,
    sum(ansat_dage)::bigint as ansat_dage,
    sum(fuldtid_dage_e8)::bigint as fuldtid_dage_e8,
    sum(dagsvaerk_e8)::bigint as dagsvaerk_e8,
    sum(dagsvaerk_lang_e8)::bigint as dagsvaerk_lang_e8,
    sum(antal_ansatte)::bigint as antal_ansatte

from raekker

group by placering_id, vindue_nr
