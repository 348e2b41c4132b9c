-- How much the employees of a node or group have moved between two windows, whichever way, and how much of it the two
-- who moved most. Near windows only. Enhed: as in bidrag_sted. Korn: par_nr, enhed_id. Midlertidig.
with

naere_par as (

    select vinduespar.par_nr

    from vinduespar

    inner join naere_vinduer
        on vinduespar.nu_kvartal_nr * 3 + 2 = naere_vinduer.sidste_maaned

),

medarbejdernes as (

    select
        bidrag.par_nr,
        signal_steder.enhed_id,
        bidrag.medarbejdernr,
        abs(sum(bidrag.aendring_e8))::bigint as bevaeget_e8

    from bidrag

    inner join naere_par
        on bidrag.par_nr = naere_par.par_nr

    inner join signal_steder
        on bidrag.sted_id = signal_steder.sted_id

    group by bidrag.par_nr, signal_steder.enhed_id, bidrag.medarbejdernr

)

select
    par_nr,
    enhed_id,
    sum(bevaeget_e8)::hugeint as bevaeget_e8,
    list_sum(max(bevaeget_e8, 2))::hugeint as stoerste_to_e8

from medarbejdernes

group by par_nr, enhed_id
