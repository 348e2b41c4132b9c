-- What the product means by its words: the kommune, fælles, the headline, the top, who is counted.

-- The node that is the whole kommune: groups and personalegrupper (levels 8 and 9) stand at the top too.
create or replace temp macro er_kommunen(dybde, niveau_nr) as dybde = 0 and niveau_nr < 8;

-- The number of "fælles", those placed on a node itself, where it has units.
create or replace temp macro faelles_id(enhed_id) as -100000000 - enhed_id::bigint;

-- Those placed on a node itself, where it has units, are a group of this name.
create or replace temp macro faelles_navn(enhedsnavn) as enhedsnavn || ', fælles';

-- What is left of a node when not all of its children are shown.
create or replace temp macro oevrige_navn(enhedsnavn) as enhedsnavn || ', øvrige';

create or replace temp macro nummer(nr) as printf('%08d', nr);

-- The personalegruppe of those the delivery names none of.
create or replace temp macro uoplyst() as 'Uoplyst';

-- The headline, of which there is one: per medarbejder or per årsværk, as HR has set it.
create or replace temp macro som_nytal(nytal, pr_medarbejder, pr_aarsvaerk) as
case when nytal = 'pr_aarsvaerk' then pr_aarsvaerk else pr_medarbejder end;

-- The top of a node's quarters that are not foreløbig: there is one when they are not all alike.
create or replace temp macro har_top(laveste, hoejeste) as hoejeste > laveste;

-- Where a level lies beside what is to be expected: far enough off by itself, or less far off in every quarter.
create or replace temp macro niveaudom(tilstand, er_vedvarende) as
case when er_vedvarende then 'stoerre' else tilstand end;

-- Why an employment span counts or does not.
create or replace temp macro tael_aarsag(har_startdato, er_annulleret, er_maanedsloennet, er_ekstraordinaer, er_uden_loen)
as
    case
        when not har_startdato then 'uden startdato'
        when er_annulleret then 'annulleret'
        when not er_maanedsloennet then 'ikke månedslønnet'
        when er_ekstraordinaer then 'ekstraordinært ansat'
        when er_uden_loen then 'uden løn (tæller 0)'
        else 'i populationen'
    end;
