-- What a column's cells say of its form, counted over the whole column; pipeline/kolonneformer.py decides from the counts.

-- The sign of a number, or that it could be either: 1.234 is a thousand or one and a bit.
create or replace temp macro tegnklasse(tal) as
    case
        when regexp_full_match(tal, '[0-9]+|[0-9]{1,3}([ ''][0-9]{3})+') then 'hel'
        when regexp_full_match(tal, '[1-9][0-9]{0,2},[0-9]{3}') then 'komma3'
        when regexp_full_match(tal, '[1-9][0-9]{0,2}\.[0-9]{3}') then 'punktum3'
        when regexp_full_match(tal, '[0-9]{1,3}([. ''][0-9]{3})+(,[0-9]*)?|[0-9]*,[0-9]*') then 'komma'
        when regexp_full_match(tal, '[0-9]{1,3}([, ''][0-9]{3})+(\.[0-9]*)?|[0-9]*\.[0-9]*') then 'punktum'
        when regexp_full_match(tal, '[0-9]+:[0-5][0-9](:[0-5][0-9])?') then 'tid'
        else 'andet'
    end;

create or replace temp macro talklasse(tekst) as
    list_transform([uden_fortegn(uden_procent(ren_tal(tekst)))], lambda tal: tegnklasse(tal))[1];

-- What stands between the thousands, or null.
create or replace temp macro tusindtegn(tekst) as
    nullif(regexp_extract(uden_fortegn(ren_tal(tekst)), '^[0-9]{1,3}([., ''])[0-9]{3}(?:[., ''][0-9]{3})*(?:[.,][0-9]*)?$', 1), '');

-- The number a cell is when its sign parts thousands.
create or replace temp macro som_tusinder(tekst) as
    try_cast(regexp_replace(uden_fortegn(ren_tal(tekst)), '[^0-9]', '', 'g') as bigint);

-- Almost every cell, asked in the cheapest way there is: a comma and two decimals, and dd.mm.yyyy.
create or replace temp macro er_almindeligt_tal(tekst) as tekst like '%,__';

create or replace temp macro er_almindelig_dato(tekst) as tekst like '__.__.____';

-- What a date can be that only the column can tell: a day count or a date with slashes.
create or replace temp macro datoklasse(celle) as
    case
        when regexp_full_match(celle, '[1-9][0-9]{4}([.,]0+)?|2958465([.,]0+)?') then 'serie'
        when regexp_full_match(celle, '(1[3-9]|2[0-9]|3[01])/[0-9]{1,2}/[0-9]{4}') then 'd/m'
        when regexp_full_match(celle, '[0-9]{1,2}/(1[3-9]|2[0-9]|3[01])/[0-9]{4}') then 'm/d'
        when regexp_full_match(celle, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}') then 'skråstreg'
        when regexp_full_match(celle, '[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}') then 'dd.mm.åååå'
        when regexp_full_match(celle, '[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}') then 'dd-mm-åååå'
        when regexp_full_match(celle, '[0-9]{4}([-./])[0-9]{1,2}([-./])[0-9]{1,2}') then 'åååå-mm-dd'
        when regexp_full_match(celle, '[0-9]{8}') then 'ååååmmdd'
        else 'andet'
    end;

-- Whether a cell of words is but a number; nearly none begins with a digit, and only those are looked at.
create or replace temp macro er_kun_tal(tekst) as
    case when tekst < ':' then regexp_full_match(ren_tal(tekst), '[0-9][0-9., '']*') else false end;

-- What a line of one field holds, when it may be a piece of the row on the line before or after: digits and the signs
-- of numbers and dates. A piece of words costs no figure.
create or replace temp macro som_stump(alene) as
    case when regexp_full_match(alene, '[-0-9.,/: '']*[0-9][-0-9.,/: '']*') then alene end;

-- Why a row does not stand under its header, or null. Neither a field too many nor one too few is read past: what
-- stands behind it has moved into another column.
create or replace temp macro forskydning(
    loest_felt, er_kommafil, antal_ekstra, saedvanlige_ekstra, er_kort, maa_vaere_kort, tekstfelt, er_brudt
) as
    case
        when er_kommafil and (loest_felt is not null or antal_ekstra > saedvanlige_ekstra)
            then 'flere felter end overskrifter; filen er adskilt af komma, og tallene har nok decimalkomma'
        when er_kun_tal(tekstfelt) then 'et tal, hvor listen har tekst'
        when loest_felt is not null then 'et felt uden overskrift'
        when er_kort and not maa_vaere_kort then 'færre felter end overskrifter'
        when antal_ekstra > saedvanlige_ekstra then 'flere felter end overskrifter'
        when antal_ekstra < saedvanlige_ekstra and not maa_vaere_kort then 'færre felter end de andre rækker'
        when er_brudt then 'et stykke af rækken står på en linje for sig'
    end;

-- Why a cell that is there gives no number.
create or replace temp macro tal_grund(hvad, tekst) as
    hvad || case
        when talklasse(tekst) = 'andet' then ' er ikke et tal'
        else ' er skrevet anderledes end resten af kolonnen'
    end;

-- Whether a cell is a heading of the column it stands in, as the readers compare headings.
create or replace temp macro er_overskrift(tekst, overskrifter) as
    list_contains(overskrifter, lower(regexp_replace(tekst, '[-._/ ]', '', 'g')));
