-- How a cell becomes a date, or null when it cannot.

create or replace temp macro uden_klokkeslaet(celle) as
    regexp_replace(celle, '(?:T| +)[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?(?:Z| ?[AP]M)?$', '');

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
        when tekst is not null
            then list_transform([uden_klokkeslaet(ren_celle(tekst))], lambda celle: dag_af_celle(celle, form))[1]
    end;

-- None before 1900, by way of days that cannot be negative; %Y has four digits, so none is after 9999. fravaer_laest, the
-- largest table, reads and judges in two steps.
create or replace temp macro dato_i_orden(dato) as
    date '1900-01-01' + try_cast(dato - date '1900-01-01' as uinteger)::integer;

create or replace temp macro laes_dato(tekst, form := '') as dato_i_orden(dato_af(tekst, form));

-- No date and none meant: blank, or SAP's empty date 00.00.0000.
create or replace temp macro er_uden_dato(tekst) as
    tekst is null or regexp_full_match(uden_klokkeslaet(ren_celle(tekst)), '[0./ -]*');
