-- How the kommune follows up, all first; then afdelinger by name and rules in their order. Korn: slags, navn.
select *

from opfoelgning_daekning

order by
    slags <> 'alle',
    slags,
    case when slags = 'regel' then nr end,
    navn collate da
