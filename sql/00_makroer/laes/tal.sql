-- How a cell becomes a number, or null when it cannot.

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

create or replace temp macro tal_af_celle(celle, form) as
    case when contains(celle, '-') then -1 else 1 end
    * try_cast(list_transform([uden_fortegn(celle)], lambda tal: talform(tal, form))[1] as double);

-- Hundred millionths as a whole number, so that sums are exact and quick. By way of a double, which is exact here:
-- below ten million a number with eight decimals has at most fifteen digits. Null from there on.
create or replace temp macro e8(tal) as
    try_cast(round(tal * 100000000) as decimal(15, 0))::bigint;

create or replace temp macro tal_af(tekst, form) as
    case
        -- almost every cell, read the short way
        when form = ',' and regexp_full_match(tekst, '[0-9]+(,[0-9]+)?')
            then try_cast(replace(tekst, ',', '.') as double)
        when form = '.' and regexp_full_match(tekst, '[0-9]+(\.[0-9]+)?') then try_cast(tekst as double)
        when tekst is not null then list_transform([ren_tal(tekst)], lambda celle: tal_af_celle(celle, form))[1]
    end;

create or replace temp macro laes_e8(tekst, form) as e8(tal_af(tekst, form));

-- A share, which may be written in percent: 87,5 % is 0.875.
create or replace temp macro laes_andel_e8(tekst, form) as
    e8(
        list_transform([uden_procent(tekst)], lambda tal: tal_af(tal, form))[1]
        / case when contains(tekst, '%') then 100 else 1 end
    );

-- No number and none meant: blank, or the dash a spreadsheet shows for nothing.
create or replace temp macro er_uden_tal(tekst) as tekst is null or regexp_full_match(trim(tekst), '[-–—]*');
