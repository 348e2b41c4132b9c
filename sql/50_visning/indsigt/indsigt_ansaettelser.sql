-- An employee's days of employment, where and at what grad. Korn: fra.
select
    ansaettelser.fra,
    ansaettelser.til,
    (
        select arg_max(enheder.enhedsnavn, enheder.dybde)
        from tilhoer
        inner join enheder
            on tilhoer.enhed_id = enheder.enhed_id
        where tilhoer.placering_id = ansaettelser.placering_id
    ) as enhedsnavn,
    dagsvaerk(ansaettelser.grad_e8::bigint) as grad,
    ansaettelser.aarsag

from ansaettelser

where ansaettelser.medarbejdernr = $medarbejdernr

order by ansaettelser.fra
