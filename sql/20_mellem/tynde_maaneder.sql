-- Whole months of the coverage in which few absence records begin beside the median month: a list may be short there.
-- Korn: maaned_nr. Midlertidig.
with

daekkede as (

    select
        maaneder.maaned_nr,
        coalesce(fravaer_pr_maaned.antal, 0) as antal

    from maaneder

    left join fravaer_pr_maaned
        on maaneder.maaned_nr = fravaer_pr_maaned.maaned_nr

    where maaneder.foerste_dag >= $daekket_fra::date and maaneder.sidste_dag <= $daekket_til::date

),

med_midten as (

    select
        maaned_nr,
        antal,
        median(antal) over () as midten

    from daekkede

)

select maaned_nr

from med_midten

where
    midten >= $tynd_maaned_mindst
    and antal < $tynd_maaned_andel * midten
