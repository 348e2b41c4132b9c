-- Filen organisation: numrene er lige så spredte som OPUS's. Korn: Enhedsnr.
select
    10000 + 7 * plads as "Enhedsnr",
    enhedsnavn as "Enhedsnavn",
    (10000 + 7 * overordnet_plads)::varchar as "Overordnet enhedsnr"
from enhed
order by plads
