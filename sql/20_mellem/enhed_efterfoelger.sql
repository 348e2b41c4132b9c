-- Every unit an employment names, and the unit that carries its history on (itself when it was never merged), by when
-- the employment began: a change moves the spans begun before its date, a number used again is another unit from then
-- on. A change that has not taken effect by the udtræksdato is not one yet. Korn: enhedsnr, begyndt_fra.
with recursive

skift as (

    select
        gammelt_enhedsnr,
        fra,
        max(nyt_enhedsnr) as nyt_enhedsnr

    from enhedsskift_laest

    where
        grund is null
        and totaltekst is null
        and not er_dublet
        and fra <= $udtraeksdato::date

    group by gammelt_enhedsnr, fra

),

enheder_i_brug as (

    select enhedsnr

    from spaend

    group by enhedsnr

),

afsnit as (         -- each unit's time before every change of it, and after the last

    select
        skift.gammelt_enhedsnr as enhedsnr,
        coalesce(
            lag(skift.fra) over (partition by skift.gammelt_enhedsnr order by skift.fra), date '0001-01-01'
        ) as begyndt_fra,
        skift.fra as begyndt_foer,
        skift.nyt_enhedsnr
    from skift
    inner join enheder_i_brug
        on skift.gammelt_enhedsnr = enheder_i_brug.enhedsnr

    union all

    select
        enheder_i_brug.enhedsnr,
        coalesce(max(skift.fra), date '0001-01-01') as begyndt_fra,
        null as begyndt_foer,
        null as nyt_enhedsnr
    from enheder_i_brug
    left join skift
        on enheder_i_brug.enhedsnr = skift.gammelt_enhedsnr
    group by enheder_i_brug.enhedsnr

),

kaeder as (

    select
        enhedsnr,
        begyndt_fra,
        begyndt_foer,
        coalesce(nyt_enhedsnr, enhedsnr) as efterfoelger,
        begyndt_foer as flyttet,
        (nyt_enhedsnr is not null)::integer as led

    from afsnit

    union all

    select
        kaeder.enhedsnr,
        kaeder.begyndt_fra,
        kaeder.begyndt_foer,
        arg_min(skift.nyt_enhedsnr, skift.fra) as efterfoelger,
        min(skift.fra) as flyttet,
        kaeder.led + 1 as led

    from kaeder

    inner join skift
        on kaeder.efterfoelger = skift.gammelt_enhedsnr and kaeder.flyttet <= skift.fra

    where kaeder.led < 100

    group by kaeder.enhedsnr, kaeder.begyndt_fra, kaeder.begyndt_foer, kaeder.led

)

select
    enhedsnr,
    begyndt_fra,
    coalesce(begyndt_foer, date 'infinity') as begyndt_foer,
    max_by(efterfoelger, led) as efterfoelger,
    max(led) as led

from kaeder

group by enhedsnr, begyndt_fra, begyndt_foer
