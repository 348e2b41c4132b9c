-- What the build noticed. Korn: advarsel.
select
    advarsel,
    antal

from advarsler

where antal > 0

order by advarsel
