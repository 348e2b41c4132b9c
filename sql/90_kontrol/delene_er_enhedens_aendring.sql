-- What the parts of a node have to do with its change adds up to it.
with

summer as (

    select
        deling,
        enhed_id,
        vindue_nr,
        skridt,
        sum(bidrag) as bidrag

    from forklaringsdele

    group by deling, enhed_id, vindue_nr, skridt

)

select summer.*

from summer

inner join signaler
    on
        summer.enhed_id = signaler.enhed_id
        and summer.vindue_nr = signaler.vindue_nr
        and summer.skridt = signaler.skridt
        and signaler.slags = 'alt'

where abs(summer.bidrag - signaler.aendring) > 0.000001
