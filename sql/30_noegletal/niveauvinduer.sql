-- The windows an expected level is worked out for: the recent rolling ones, and the quarters alone that a level must be
-- outside the limits in, all of the last ones, to be called lasting.
-- Korn: vindue_nr. Midlertidig.
with

rullende as (

    select perioder.*

    from perioder

    inner join naere_vinduer
        on perioder.sidste_maaned = naere_vinduer.sidste_maaned

    where perioder.periodetype = 'kvartal' and perioder.vindue = 'rullende'

),

alene as (

    select perioder.*

    from perioder

    where
        perioder.periodetype = 'kvartal'
        and perioder.vindue = 'alene'
        and perioder.sidste_maaned > (
            select min(rullende.sidste_maaned) - 3 * $forventet_kvartaler from rullende
        )

)

select
    vindue_nr,
    vindue,
    foerste_maaned,
    sidste_maaned,
    dage
from rullende

union all

select
    vindue_nr,
    vindue,
    foerste_maaned,
    sidste_maaned,
    dage
from alene
