-- Files of employments whose tæller is the grad itself, as they state no nævner: whole is 1 when no tæller is above
-- $grad_hoejst_e8, and 100 when the commonest is above 60, for nobody works as many hours a week.
-- Korn: fil_id. Midlertidig.
with

taellere as (

    select
        fil_id,
        taeller_e8,
        naevner_e8
    from ansaettelse_laest
    where grund is null and totaltekst is null

    union all

    select
        0 as fil_id,            -- the personnel dumps are one history
        taeller_e8,
        naevner_e8
    from personale_laest
    where grund is null and not er_fratraadt

),

graden_selv as (

    select
        fil_id,
        case when max(taeller_e8) <= $grad_hoejst_e8 then 1 else 100 end as hel

    from taellere

    group by fil_id

    having
        count(naevner_e8) = 0
        and max(taeller_e8) > 0
        and (
            max(taeller_e8) <= $grad_hoejst_e8
            or mode(taeller_e8 order by taeller_e8 desc) filter (where taeller_e8 > 0) > 60 * 100000000::bigint
        )

)

select
    kildefiler.fil_id,
    graden_selv.hel

from kildefiler

inner join graden_selv
    on graden_selv.fil_id = case when kildefiler.tabel = 'personale' then 0 else kildefiler.fil_id end
