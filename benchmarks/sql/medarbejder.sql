-- Medarbejdere med ansættelsens ydre grænser og deres tilbøjelighed til fravær. Korn: i (og medarbejdernr).
with

numre as (

    select
        range as i,
        99990000 // getvariable('medarbejdere') as skridt
    from range(getvariable('medarbejdere'))

),

ansat as (

    select
        i,
        1000 + i * skridt + udfald(i, 0, 1, skridt) as medarbejdernr,
        case
            when tal(i, 0, 2) < 0.6 then getvariable('fra') - (1 + tal(i, 0, 3) * 7000)::integer
            else getvariable('fra') + (tal(i, 0, 3) * (getvariable('til') - getvariable('fra') - 60))::integer
        end as foerste_dag
    from numre

),

fratraadt as (

    select
        *,
        greatest(foerste_dag, getvariable('fra')) as synlig_dag,
        case
            when tal(i, 0, 4) < 0.35
                then synlig_dag + 30 + (tal(i, 0, 5) * (getvariable('til') - synlig_dag - 30))::integer
        end as sidste_dag
    from ansat

)

select
    i,
    medarbejdernr,
    foerste_dag,
    sidste_dag,
    coalesce(sidste_dag, getvariable('til') + 40) as slut_dag,
    greatest(foerste_dag, getvariable('fra') - 20) as fravaer_fra,
    (slut_dag - fravaer_fra) / 365.0 as aar,
    least(6, -ln(1 - tal(i, 0, 6))) as sygelighed,                -- skewed: mean 1, most people under it
    [1.0, 1.0, 1.0, 0.86486486, 0.81081081, 0.94594595, 0.75675676][1 + udfald(i, 0, 7, 7)] as typisk_grad
from fratraadt
