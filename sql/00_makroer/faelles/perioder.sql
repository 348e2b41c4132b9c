-- Months and quarters by number and by name; when a span begins.

create or replace temp macro maaned_nr(dato) as year(dato) * 12 + month(dato) - 1;

create or replace temp macro maaned_navn(nr) as
    printf('%04d-%02d', nr // 12, nr % 12 + 1);

create or replace temp macro kvartal_navn(nr) as
    printf('%04dK%d', nr // 12, (nr % 12) // 3 + 1);

-- When a span begins, for what is decided by it: a missing start is as old as can be.
create or replace temp macro begyndt(startdato) as coalesce(startdato, date '0001-01-01');
