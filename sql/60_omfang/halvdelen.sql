-- How few stand for half the days, for the nodes a user sees: a chef not when so few that it speaks of one or two.
-- Korn: enhed_id, vindue_nr.
select halvdelen.*

from maal.halvdelen

where
    halvdelen.enhed_id in (select egne_enheder.enhed_id from egne_enheder)
    or (
        halvdelen.antal_personer >= 3
        and exists (
            select 1
            from chef_grupper
            where chef_grupper.gruppe_id = halvdelen.enhed_id and chef_grupper.vindue_nr = halvdelen.vindue_nr
        )
    )
