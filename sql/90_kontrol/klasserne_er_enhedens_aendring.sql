-- What the classes of a node's employees have to do with its change adds up to it.
with

summer as (

    select
        enhed_id,
        vindue_nr,
        skridt,
        opdeling,
        sum(bidrag) as bidrag

    from forklaringsklasser

    group by enhed_id, vindue_nr, skridt, opdeling

)

select summer.*

from summer

inner join signaler
    on
        summer.enhed_id = signaler.enhed_id
        and summer.vindue_nr = signaler.vindue_nr
        and summer.skridt = signaler.skridt
        and signaler.slags = 'alt'

where abs(summer.bidrag - signaler.aendring) > 0.000000001
