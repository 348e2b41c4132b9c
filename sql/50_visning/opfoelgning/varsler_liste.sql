-- Every notice of a build, for the store to know when it could first be seen. Korn: medarbejdernr, regel, fra.
select
    medarbejdernr,
    regel,
    fra,
    forfald

from varsler

order by medarbejdernr, regel, fra
