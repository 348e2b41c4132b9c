-- How a cell of text becomes a value, or null when it cannot. Numbers and dates of the large table come with the blanks
-- around them: a cell of the usual form is read as it stands, only the others are trimmed first.

create or replace temp macro ren_tekst(tekst) as nullif(trim(tekst), '');

create or replace temp macro laes_noegle(tekst) as
    case
        when regexp_full_match(tekst, '[0-9]{1,8}') then tekst::integer
        when regexp_full_match(trim(tekst), '[0-9]{1,8}') then trim(tekst)::integer
    end;

-- Reading and judging are two macros, because DuckDB works out anew what stands twice in a CASE: fravaer_laest, the
-- largest table, takes them in two steps.
create or replace temp macro dato_i_orden(dato) as
    case when dato between date '1900-01-01' and date '9999-12-31' then dato end;

create or replace temp macro dato_af_trimmet(tekst) as
    case
        when length(tekst) = 8 and not contains(tekst, '.') and not contains(tekst, '-')
            then try_strptime(tekst, '%Y%m%d')
        else try_strptime(tekst, ['%d.%m.%Y', '%Y-%m-%d'])
    end;

create or replace temp macro dato_af(tekst) as
    case
        when length(tekst) = 10 then try_strptime(tekst, ['%d.%m.%Y', '%Y-%m-%d'])
        else dato_af_trimmet(trim(tekst))
    end::date;

create or replace temp macro laes_dato(tekst) as dato_i_orden(dato_af(tekst));

-- Danish 1.234,56 where the file's decimal sign is a comma, 1234.56 where it is a point; nothing in between.
create or replace temp macro talform(tekst, decimaltegn) as
    case
        when decimaltegn = ',' and contains(tekst, '.')
            then case
                when regexp_full_match(tekst, '[+-]?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?')
                    then replace(replace(tekst, '.', ''), ',', '.')
            end
        when decimaltegn = ',' then replace(tekst, ',', '.')
        when not contains(tekst, ',') then tekst
    end;

-- Hundred millionths as a whole number, so that sums are exact and quick. By way of a double, which is exact here:
-- below ten million a number with eight decimals has at most fifteen digits.
create or replace temp macro e8(tal) as
    case when abs(tal) < 10000000 then round(tal * 100000000)::bigint end;

create or replace temp macro tal_af(tekst, decimaltegn) as
    case
        -- almost every cell, read the short way
        when decimaltegn = ',' and regexp_full_match(tekst, '[0-9]+(,[0-9]+)?')
            then try_cast(replace(tekst, ',', '.') as double)
        when not contains(tekst, 'e') and not contains(tekst, 'E') and not contains(tekst, '_')
            then try_cast(talform(trim(tekst), decimaltegn) as double)
    end;

create or replace temp macro laes_e8(tekst, decimaltegn) as e8(tal_af(tekst, decimaltegn));

create or replace temp macro divider_afrundet(taeller, naevner) as
    (2 * taeller + naevner) // (2 * naevner);

-- taeller / naevner rounded to one decimal, half away from zero.
create or replace temp macro tiendedele(taeller, naevner) as
    (divider_afrundet(10 * taeller, naevner)::decimal(18, 0) / 10)::decimal(9, 1);

-- round(beloeb * del / hele) for whole numbers, without leaving 64 bits.
create or replace temp macro andel_af(beloeb, del, hele) as
    (beloeb // hele) * del + divider_afrundet((beloeb % hele) * del, hele);

-- The number of "fælles", those placed on a node itself, where it has units.
create or replace temp macro faelles_id(enhed_id) as -100000000 - enhed_id::bigint;

create or replace temp macro maaned_nr(dato) as year(dato) * 12 + month(dato) - 1;

create or replace temp macro maaned_navn(nr) as
    printf('%04d-%02d', nr // 12, nr % 12 + 1);

create or replace temp macro kvartal_navn(nr) as
    printf('%04dK%d', nr // 12, (nr % 12) // 3 + 1);

create or replace temp macro nummer(nr) as printf('%08d', nr);

-- The label of a total row, or null.
create or replace temp macro totaltekst(tekst) as
    case
        when length(tekst) in (5, 8, 15) and lower(tekst) in ('i alt', 'resultat', 'samlet resultat')
            then lower(tekst)
    end;

create or replace temp macro to_cifre(tekst) as
    case
        when regexp_full_match(tekst, '[0-9]{2}') then tekst
        when regexp_full_match(tekst, '0*[0-9]{1,2}([.,]0+)?')
            then lpad(regexp_extract(tekst, '^0*([0-9]{1,2})([.,]0+)?$', 1), 2, '0')
        else tekst
    end;

create or replace temp macro masker_cpr(tekst) as
    regexp_replace(tekst, '[0-9]{2}[ ./-]?[0-9]{2}[ ./-]?[0-9]{2} ?[-–—.]? ?[0-9]{4}', '**********', 'g');

create or replace temp macro dagsvaerk(antal_e8) as
    (antal_e8::decimal(28, 0) * 0.00000001::decimal(9, 8))::decimal(28, 8);

-- The line of a row that was read in file order, where the reader did not count lines itself.
create or replace temp macro linje_i_fil(linje, raekke_id, foerste_rowid, foerste_linje) as
    coalesce(linje, raekke_id - foerste_rowid + foerste_linje);

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

-- The headline, of which there is one: per medarbejder or per årsværk, as HR has set it.
create or replace temp macro som_nytal(nytal, pr_medarbejder, pr_aarsvaerk) as
case when nytal = 'pr_aarsvaerk' then pr_aarsvaerk else pr_medarbejder end;

-- Those placed on a node itself, where it has units, are a group of this name.
create or replace temp macro faelles_navn(enhedsnavn) as enhedsnavn || ', fælles';
