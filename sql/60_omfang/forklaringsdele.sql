-- What the parts of the nodes a user sees have to do with the nodes' changes: every child of the nodes seen in full;
-- for a chef the groups of the nodes shown in both windows; for hr the published groups and personalegrupper too, which
-- the case is made of.
-- Korn: deling, enhed_id, del_id, vindue_nr, skridt.
select forklaringsdele.*
from maal.forklaringsdele
where
    (
        forklaringsdele.deling = 'alle'
        and forklaringsdele.enhed_id in (select egne_enheder.enhed_id from egne_enheder)
    )
    or (forklaringsdele.deling in ('ude', 'personalegrupper') and $er_hr)

union all

select forklaringsdele.*
from maal.forklaringsdele
inner join chef_aendringer
    on
        forklaringsdele.enhed_id = chef_aendringer.gruppe_id
        and forklaringsdele.vindue_nr = chef_aendringer.vindue_nr
        and forklaringsdele.skridt = chef_aendringer.skridt
where forklaringsdele.deling = 'inde'
