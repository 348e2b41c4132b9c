-- Every unit an employment names, and the unit that carries its history on (itself when it was never merged).
-- A change that has not taken effect by the udtræksdato is not one yet. Korn: enhedsnr.
with recursive

skift as (

    select
        gammelt_enhedsnr,
        arg_max(nyt_enhedsnr, { 'fra': fra, 'nyt_enhedsnr': nyt_enhedsnr }) as nyt_enhedsnr

    from enhedsskift_laest

    where
        grund is null
        and totaltekst is null
        and not er_dublet
        and fra <= $udtraeksdato::date

    group by gammelt_enhedsnr

),

kaeder as (

    select
        enhedsnr,
        enhedsnr as efterfoelger,
        0 as led

    from (select distinct spaend.enhedsnr from spaend) as enheder_i_brug

    union all

    select
        kaeder.enhedsnr,
        skift.nyt_enhedsnr as efterfoelger,
        kaeder.led + 1 as led

    from kaeder

    inner join skift
        on kaeder.efterfoelger = skift.gammelt_enhedsnr

    where kaeder.led < 100

)

select
    enhedsnr,
    max_by(efterfoelger, led) as efterfoelger,
    max(led) as led

from kaeder

group by enhedsnr
