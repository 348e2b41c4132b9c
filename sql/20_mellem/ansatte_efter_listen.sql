-- Employees of the population with a higher number than the last of an absence list that is in the order of the
-- numbers, without a row in its period: of many one has a holiday, so the list is cut off after a whole line.
-- Only those employed in the period for a quarter of a year count, and only where next to none of them has a row.
-- Korn: fil_id, medarbejdernr. Midlertidig.
with

raekker as (

    select
        rowid as raekke_id,
        fil_id,
        medarbejdernr

    from fravaer_laest

    where grund is null and totaltekst is null

),

ender as (

    select
        fil_id,
        arg_max(medarbejdernr, raekke_id) as sidste,
        arg_min(medarbejdernr, raekke_id) as foerste

    from raekker

    group by fil_id

),

sorterede as (      -- but for a row in two hundred, whose number may be a slip

    select
        raekker.fil_id,
        ender.sidste

    from raekker

    inner join ender
        on raekker.fil_id = ender.fil_id

    group by raekker.fil_id, ender.sidste

    having
        200 * count(*) filter (where raekker.medarbejdernr not between ender.foerste and ender.sidste) <= count(*)
        and count(*) >= $afbrudt_mindst

),

lister as (

    select
        sorterede.fil_id,
        sorterede.sidste,
        kildefiler.periode_fra,
        kildefiler.periode_til

    from sorterede

    inner join kildefiler
        on sorterede.fil_id = kildefiler.fil_id

    where kildefiler.periode_fra is not null

),

ansatte as (

    select
        lister.fil_id,
        ansaettelser.medarbejdernr,
        lister.periode_fra,
        lister.periode_til

    from lister

    inner join ansaettelser
        on
            lister.sidste < ansaettelser.medarbejdernr
            and lister.periode_fra <= ansaettelser.til
            and lister.periode_til >= ansaettelser.fra

    where ansaettelser.er_i_populationen

    group by lister.fil_id, ansaettelser.medarbejdernr, lister.periode_fra, lister.periode_til

    having
        sum(
            least(ansaettelser.til, lister.periode_til) - greatest(ansaettelser.fra, lister.periode_fra) + 1
        ) >= 90

),

med_raekker as (

    select distinct
        ansatte.fil_id,
        ansatte.medarbejdernr

    from ansatte

    inner join fravaer_laest
        on
            ansatte.medarbejdernr = fravaer_laest.medarbejdernr
            and fravaer_laest.startdato between ansatte.periode_fra and ansatte.periode_til

)

select
    ansatte.fil_id,
    ansatte.medarbejdernr

from ansatte

left join med_raekker
    on ansatte.fil_id = med_raekker.fil_id and ansatte.medarbejdernr = med_raekker.medarbejdernr

where med_raekker.fil_id is null

qualify
    count(*) over (partition by ansatte.fil_id) >= $afbrudt_mindst
    and 200 * (
        select count(*)
        from med_raekker as egne
        where egne.fil_id = ansatte.fil_id
    ) <= count(*) over (partition by ansatte.fil_id)
