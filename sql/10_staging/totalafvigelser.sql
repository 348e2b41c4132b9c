-- Total rows whose stated sum is not that of the rows above: all of them, or for one of several "Resultat" those of the
-- employee right above. "Resultat" and a total without a word may also add up what stands since the total before; a
-- subtotal of an SAP list ("*") is the employee's.
-- Enhed: as maal says: hours (days where a file has no hours), in LPT169 dagsværk. Korn: fil_id, linje.
with

filer_med_total as (

    select
        fil_id,
        count(timer_e8) > 0 as har_timer

    from fravaer_laest

    group by fil_id

    having count(*) filter (where totaltekst <> 'tom linje') > 0

),

fravaer_raekker as (

    select
        fravaer_laest.fil_id,
        fravaer_laest.rowid as raekke_id,
        linje_i_fil(fravaer_laest.linje, fravaer_laest.rowid, fil_start.foerste_rowid, kildefiler.foerste_linje)
            as linje,
        fravaer_laest.totaltekst,
        fravaer_laest.medarbejdernr,
        case when filer_med_total.har_timer then 'timer' else 'dage' end as maal,
        case when filer_med_total.har_timer then fravaer_laest.timer_e8 else fravaer_laest.dage_e8 end as beloeb_e8

    from fravaer_laest

    inner join filer_med_total
        on fravaer_laest.fil_id = filer_med_total.fil_id

    inner join fil_start
        on fravaer_laest.fil_id = fil_start.fil_id

    inner join kildefiler
        on fravaer_laest.fil_id = kildefiler.fil_id

    where fravaer_laest.totaltekst is distinct from 'tom linje'

),

med_total as (

    select
        fil_id,
        raekke_id,
        linje,
        totaltekst,
        medarbejdernr,
        maal,
        beloeb_e8
    from fravaer_raekker

    union all

    select
        fil_id,
        linje as raekke_id,
        linje,
        totaltekst,
        medarbejdernr,
        'dagsværk' as maal,
        dagsvaerk_e8 as beloeb_e8
    from lpt169_laest

),

summeret as (      -- all rows above, and how many changes of employee and totals there were before

    select
        *,
        sum(case when totaltekst is null then beloeb_e8 else 0 end) over raekkefoelge as sum_over_e8,
        count(totaltekst) over raekkefoelge - (totaltekst is not null)::integer as totaler_over,
        count(*) filter (where totaltekst = 'resultat') over (partition by fil_id) > 1 as har_deltotaler,
        last_value(medarbejdernr ignore nulls) over raekkefoelge as medarbejder_over

    from med_total

    window raekkefoelge as (partition by fil_id order by raekke_id rows unbounded preceding)

),

med_skift as (

    select
        *,
        coalesce(
            lag(medarbejder_over) over (partition by fil_id order by raekke_id) <> medarbejder_over, true
        ) as er_skift

    from summeret

),

med_grupper as (

    select
        *,
        sum(er_skift::integer) over (partition by fil_id order by raekke_id rows unbounded preceding) as gruppe

    from med_skift

),

med_delsum as (     -- the rows since the total before, and those of the employee right above

    select
        *,
        sum(case when totaltekst is null then beloeb_e8 else 0 end) over (
            partition by fil_id, totaler_over order by raekke_id rows unbounded preceding
        ) as sum_siden_e8,
        sum(case when totaltekst is null then beloeb_e8 else 0 end) over (
            partition by fil_id, gruppe order by raekke_id rows unbounded preceding
        ) as sum_medarbejder_e8

    from med_grupper

),

sammenlignede as (

    select
        fil_id,
        linje,
        totaltekst,
        maal,
        beloeb_e8 as oplyst_e8,
        case
            when (totaltekst = 'resultat' and har_deltotaler or totaltekst = 'delsum') and maal <> 'dagsværk'
                then sum_medarbejder_e8
            when totaltekst = 'resultat' and har_deltotaler or totaltekst = 'delsum' then sum_siden_e8
            else sum_over_e8
        end as summeret_e8,
        sum_over_e8,
        sum_siden_e8,
        case when maal <> 'dagsværk' then sum_medarbejder_e8 end as sum_medarbejder_e8

    from med_delsum

    where totaltekst is not null and beloeb_e8 is not null

)

select
    fil_id,
    linje,
    totaltekst,
    maal,
    dagsvaerk(oplyst_e8) as oplyst,
    dagsvaerk(summeret_e8::bigint) as summeret

from sammenlignede

where
    oplyst_e8 <> summeret_e8
    and not (totaltekst in ('resultat', 'delsum', 'uden tekst') and oplyst_e8 = sum_siden_e8)
    and not (totaltekst = 'delsum' and oplyst_e8 = sum_over_e8)
    and not coalesce(totaltekst = 'resultat' and oplyst_e8 = sum_medarbejder_e8, false)
