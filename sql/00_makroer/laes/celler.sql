-- How a cell of text is taken out of its dress, and what a key, a code or a total row is. Numbers and dates of the large
-- table come with the blanks around them: a cell of the usual form is read as it stands, only the others are trimmed first.
-- DuckDB plans anew what a macro says twice, macros inside it again; list_transform([x], lambda c: …)[1] says x once.

create or replace temp macro ren_tekst(tekst) as nullif(trim(tekst), '');

-- A cell out of its dress: blanks around it, ="00020001" as a spreadsheet keeps a text of digits, a leading apostrophe.
create or replace temp macro ren_celle(tekst) as
    trim(regexp_replace(trim(tekst), '^(?:="([^"]*)"|''(.*))$', '\1\2'));

-- A minus may stand before the number or, as SAP writes it, behind.
create or replace temp macro uden_fortegn(celle) as
    regexp_replace(celle, '^(?:(?:[+-] ?)?([^ +-][^+-]*)|([^ +-][^+-]*?) ?-)$', '\1\2');

-- The words of a total row, alone or after what they add up ("20001 Total"), and the stars of an SAP list.
create or replace temp macro totalmaerke(tekst) as
    case
        when regexp_full_match(lower(trim(tekst)), 'hovedtotal|grand total|samlet resultat|i alt|\*{2,}(?: .*)?')
            then 'i alt'
        when regexp_full_match(lower(trim(tekst)), '(?:.* )?(?:resultat|total|subtotal|sum|i alt)|(?:total|sum) .*')
            then 'resultat'
        when regexp_full_match(trim(tekst), '\*(?: .*)?') then 'delsum'
    end;

-- The label of a total row in any cell of it, or null; totalmaerke knows more, for rows that cannot be data.
create or replace temp macro totaltekst(tekst) as
    case
        when length(tekst) in (5, 8, 15) and lower(tekst) in ('i alt', 'resultat', 'samlet resultat')
            then lower(tekst)
    end;

-- A key may stand with its text ("20001 Navn") or as a number with decimals (20001.0); two decimals at most, for 20.000
-- may be thousands.
create or replace temp macro noegle_af_celle(celle) as
    case
        when totalmaerke(celle) is null
            then try_cast(
                regexp_extract(celle, '^([0-9]{1,8})(?:[.,]0{1,2})?(?:[ ,;:/–-]+\(?[A-Za-zÀ-ž].*)?$', 1) as integer
            )
    end;

create or replace temp macro laes_noegle(tekst) as
    case
        when regexp_full_match(tekst, '[0-9]{1,8}') then tekst::integer
        when tekst is not null then list_transform([ren_celle(tekst)], lambda celle: noegle_af_celle(celle))[1]
    end;

-- Two digits; 1, 1,0 and "01 Månedsløn" are 01.
create or replace temp macro cifre_af_celle(celle) as
    coalesce(
        lpad(nullif(regexp_extract(
            celle, '^0*([0-9]{1,2})(?:[.,]0+)?(?:[ ,;:/–-]+\(?[A-Za-zÀ-ž].*)?$', 1
        ), ''), 2, '0'),
        celle
    );

create or replace temp macro to_cifre(tekst) as
    case
        when regexp_full_match(tekst, '[0-9]{2}') then tekst
        when tekst is not null then list_transform([ren_celle(tekst)], lambda celle: cifre_af_celle(celle))[1]
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

-- The line of a row that was read in file order, where the reader did not count lines itself.
create or replace temp macro linje_i_fil(linje, raekke_id, foerste_rowid, foerste_linje) as
    coalesce(linje, raekke_id - foerste_rowid + foerste_linje);

create or replace temp macro masker_cpr(tekst) as
    regexp_replace(tekst, '[0-9]{2}[ ./-]?[0-9]{2}[ ./-]?[0-9]{2} ?[-–—.]? ?[0-9]{4}', '**********', 'g');

-- A number out of its dress; in an account's (14,80) the brackets are a minus.
create or replace temp macro ren_tal(tekst) as
    regexp_replace(ren_celle(tekst), '^\( *([0-9][^()]*?) *\)$', '-\1');

-- A share without its sign of percent.
create or replace temp macro uden_procent(tekst) as regexp_replace(tekst, ' ?% *$', '');
