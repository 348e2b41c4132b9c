-- What classes of employees have to do with the changes a user sees: of the nodes seen in full, and for a chef of the
-- groups shown in both windows, by long absence only where that is shown.
-- Korn: enhed_id, vindue_nr, skridt, opdeling, klasse.
select forklaringsklasser.*
from maal.forklaringsklasser
where forklaringsklasser.enhed_id in (select egne_enheder.enhed_id from egne_enheder)

union all

select forklaringsklasser.*
from maal.forklaringsklasser
inner join chef_aendringer
    on
        forklaringsklasser.enhed_id = chef_aendringer.gruppe_id
        and forklaringsklasser.vindue_nr = chef_aendringer.vindue_nr
        and forklaringsklasser.skridt = chef_aendringer.skridt
where forklaringsklasser.opdeling <> 'forloeb' or chef_aendringer.vis_langtid
