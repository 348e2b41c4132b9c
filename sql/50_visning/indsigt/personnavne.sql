-- Who must not be named in what leaves HR. Korn: medarbejdernr.
select
    medarbejdernr,
    navn

from personer
