-- Fravær files whose rejected rows are few but long: their intervals are more of the file's days than the limit allows.
-- A row without an end counts to the udtræksdato, one without a start is a day.
-- Enhed: kalenderdage. Korn: fund, and the first is told.
with

raekker as (

    select
        fil_id,
        grund,
        case
            when startdato is null then 1
            else greatest(
                date_diff(
                    'day',
                    greatest(startdato, $opbevaring_fra::date),
                    least(coalesce(stopdato, $udtraeksdato::date), $udtraeksdato::date)
                ) + 1,
                1
            )
        end as dage

    from fravaer_laest

    where totaltekst is null and fil_id in (select karantaene.fil_id from karantaene)

),

pr_fil as (

    select
        fil_id,
        count(grund) as antal_afvist,
        count(*) as antal_laest,
        sum(dage) filter (where grund is not null) as afviste_dage,
        sum(dage) as dage,
        mode(grund order by grund) as grund

    from raekker

    group by fil_id

)

select
    kildefiler.fil,
    pr_fil.antal_afvist,
    pr_fil.antal_laest,
    pr_fil.afviste_dage::bigint as afviste_dage,
    pr_fil.dage::bigint as dage,
    pr_fil.grund

from pr_fil

inner join kildefiler
    on pr_fil.fil_id = kildefiler.fil_id

where
    pr_fil.afviste_dage >= $afviste_dage_mindst
    and pr_fil.afviste_dage > $afviste_andel * pr_fil.dage

order by kildefiler.fil_id
