-- How a cell of text becomes a value, or null when it cannot. Numbers and dates of the large table come with the blanks
-- around them: a cell of the usual form is read as it stands, only the others are trimmed first.

create or replace temp macro ren_tekst(tekst) as nullif(trim(tekst), '');

-- A cell out of its dress: blanks around it, ="00020001" as a spreadsheet keeps a text of digits, a leading apostrophe.
create or replace temp macro ren_celle(tekst) as
    trim(regexp_replace(trim(tekst), '^(?:="([^"]*)"|''(.*))$', '\1\2'));

-- The words of a total row, alone or after what they add up ("20001 Total"), and the stars of an SAP list.
create or replace temp macro totalmaerke(tekst) as
    case
        when regexp_full_match(lower(trim(tekst)), 'hovedtotal|grand total|samlet resultat|i alt|\*{2,}(?: .*)?')
            then 'i alt'
        when regexp_full_match(lower(trim(tekst)), '(?:.* )?(?:resultat|total|subtotal|sum|i alt)|(?:total|sum) .*')
            then 'resultat'
        when regexp_full_match(trim(tekst), '\*(?: .*)?') then 'delsum'
    end;

-- A key may stand with its text ("20001 Navn") or as a number with decimals (20001.0); two decimals at most, for 20.000
-- may be thousands.
create or replace temp macro noegle_af_celle(celle) as
    case
        when totalmaerke(celle) is null
            then try_cast(
                regexp_extract(celle, '^([0-9]{1,8})(?:[.,]0{1,2})?(?:[ ,;:/–-]+\(?\p{L}.*)?$', 1) as integer
            )
    end;

create or replace temp macro laes_noegle(tekst) as
    case
        when regexp_full_match(tekst, '[0-9]{1,8}') then tekst::integer
        when tekst is not null then noegle_af_celle(ren_celle(tekst))
    end;

-- Reading and judging are two macros, because DuckDB works out anew what stands twice in a CASE: fravaer_laest, the
-- largest table, takes them in two steps.
create or replace temp macro dato_i_orden(dato) as
    case when dato between date '1900-01-01' and date '9999-12-31' then dato end;

create or replace temp macro uden_klokkeslaet(celle) as
    regexp_replace(celle, '(?:T| +)[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?Z?$', '');

create or replace temp macro dag_af_celle(celle, form) as
    case
        when regexp_full_match(celle, '[0-9]{8}') then try_strptime(celle, '%Y%m%d')::date
        when form = 'serie'
            then date '1899-12-30' + try_cast(
                regexp_extract(celle, '^([1-9][0-9]{4}|2958465)(?:[.,]0+)?$', 1) as integer
            )
        when form = 'd/m' and contains(celle, '/') then try_strptime(celle, '%d/%m/%Y')::date
        when form = 'm/d' and contains(celle, '/') then try_strptime(celle, '%m/%d/%Y')::date
        else try_strptime(celle, ['%d.%m.%Y', '%d-%m-%Y', '%Y-%m-%d', '%Y.%m.%d', '%Y/%m/%d'])::date
    end;

-- form is what the whole column was found to be (kolonneformer): a slash and a bare number mean nothing by themselves.
create or replace temp macro dato_af(tekst, form := '') as
    case
        when length(tekst) = 10 and not contains(tekst, '/')
            then try_strptime(tekst, ['%d.%m.%Y', '%Y-%m-%d', '%d-%m-%Y'])::date
        when tekst is not null then dag_af_celle(uden_klokkeslaet(ren_celle(tekst)), form)
    end;

create or replace temp macro laes_dato(tekst, form := '') as dato_i_orden(dato_af(tekst, form));

-- No date and none meant: blank, or SAP's empty date 00.00.0000.
create or replace temp macro er_uden_dato(tekst) as
    tekst is null or regexp_full_match(uden_klokkeslaet(ren_celle(tekst)), '[0./ -]*');

-- form is what the whole column was found to be: , or . for the decimal sign, : for hours and minutes. With ! behind,
-- the column has cells of both signs, and three digits behind one sign could be either.
create or replace temp macro talform(tal, form) as
    case
        when form[1] = ':'
            then case
                when regexp_full_match(tal, '[0-9]+:[0-5][0-9](:[0-5][0-9])?')
                    then (
                        split_part(tal, ':', 1)::double
                        + split_part(tal, ':', 2)::double / 60
                        + coalesce(try_cast(split_part(tal, ':', 3) as double), 0) / 3600
                    )::varchar
                when regexp_full_match(tal, '0+([.,]0+)?') then '0'
            end
        when form[2] = '!' and regexp_full_match(tal, '[1-9][0-9]{0,2}[.,][0-9]{3}') then null
        when form[1] = ',' and regexp_full_match(tal, '[0-9]{1,3}([. ''][0-9]{3})+(,[0-9]*)?|[0-9]*(,[0-9]*)?')
            then replace(regexp_replace(tal, '[. '']', '', 'g'), ',', '.')
        when form[1] = '.' and regexp_full_match(tal, '[0-9]{1,3}([, ''][0-9]{3})+(\.[0-9]*)?|[0-9]*(\.[0-9]*)?')
            then regexp_replace(tal, '[, '']', '', 'g')
    end;

-- A minus may stand before the number or, as SAP writes it, behind.
create or replace temp macro uden_fortegn(celle) as
    regexp_replace(celle, '^(?:(?:[+-] ?)?([^ +-][^+-]*)|([^ +-][^+-]*?) ?-)$', '\1\2');

create or replace temp macro tal_af_celle(celle, form) as
    case when contains(celle, '-') then -1 else 1 end * try_cast(talform(uden_fortegn(celle), form) as double);

-- Hundred millionths as a whole number, so that sums are exact and quick. By way of a double, which is exact here:
-- below ten million a number with eight decimals has at most fifteen digits.
create or replace temp macro e8(tal) as
    case when abs(tal) < 10000000 then round(tal * 100000000)::bigint end;

create or replace temp macro tal_af(tekst, form) as
    case
        -- almost every cell, read the short way
        when form = ',' and regexp_full_match(tekst, '[0-9]+(,[0-9]+)?')
            then try_cast(replace(tekst, ',', '.') as double)
        when form = '.' and regexp_full_match(tekst, '[0-9]+(\.[0-9]+)?') then try_cast(tekst as double)
        when tekst is not null then tal_af_celle(ren_celle(tekst), form)
    end;

create or replace temp macro laes_e8(tekst, form) as e8(tal_af(tekst, form));

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

-- When a span begins, for what is decided by it: a missing start is as old as can be.
create or replace temp macro begyndt(startdato) as coalesce(startdato, date '0001-01-01');

-- The label of a total row in any cell of it, or null; totalmaerke knows more, for rows that cannot be data.
create or replace temp macro totaltekst(tekst) as
    case
        when length(tekst) in (5, 8, 15) and lower(tekst) in ('i alt', 'resultat', 'samlet resultat')
            then lower(tekst)
    end;

-- Two digits; 1, 1,0 and "01 Månedsløn" are 01.
create or replace temp macro cifre_af_celle(celle) as
    coalesce(
        lpad(nullif(regexp_extract(
            celle, '^0*([0-9]{1,2})(?:[.,]0+)?(?:[ ,;:/–-]+\(?\p{L}.*)?$', 1
        ), ''), 2, '0'),
        celle
    );

create or replace temp macro to_cifre(tekst) as
    case
        when regexp_full_match(tekst, '[0-9]{2}') then tekst
        when tekst is not null then cifre_af_celle(ren_celle(tekst))
    end;

create or replace temp macro noegleord(celle) as regexp_extract(celle, '^([^ ,;:/–-]+)[ ,;:/–-]+.+$', 1);

-- A fraværsart by its key: "SY Sygdom" is SY, unless the list has a code of that very text.
create or replace temp macro laes_art(tekst, koder) as
    case
        when length(tekst) <= 3 then upper(tekst)
        when list_contains(koder, upper(ren_celle(tekst))) then upper(ren_celle(tekst))
        when list_contains(koder, noegleord(upper(ren_celle(tekst)))) then noegleord(upper(ren_celle(tekst)))
        else upper(tekst)
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

-- What is left of a node when not all of its children are shown.
create or replace temp macro oevrige_navn(enhedsnavn) as enhedsnavn || ', øvrige';

-- The node that is the whole kommune: groups and personalegrupper (levels 8 and 9) stand at the top too.
create or replace temp macro er_kommunen(dybde, niveau_nr) as dybde = 0 and niveau_nr < 8;

-- The top of a node's quarters that are not foreløbig: there is one when they are not all alike.
create or replace temp macro har_top(laveste, hoejeste) as hoejeste > laveste;
