-- Every notice of a build, for the store to know when it could first be seen. Korn: medarbejdernr, regel, fra.
select
    medarbejdernr,
    regel,
    fra,
    til,
    forfald,
    frist,
    er_aktiv

from varsler

order by medarbejdernr, regel, fra
