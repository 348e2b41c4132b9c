-- Files of employments whose tæller is the grad itself: they state no nævner, and no tæller above $grad_hoejst_e8.
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

    select fil_id

    from taellere

    group by fil_id

    having count(naevner_e8) = 0 and max(taeller_e8) between 1 and $grad_hoejst_e8

)

select kildefiler.fil_id

from kildefiler

inner join graden_selv
    on graden_selv.fil_id = case when kildefiler.tabel = 'personale' then 0 else kildefiler.fil_id end
