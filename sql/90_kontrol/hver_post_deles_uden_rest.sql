-- A record's cells add up to the record.
select
    sygeposter.raekke_id,
    any_value(sygeposter.dagsvaerk_e8) as post_e8,
    sum(sygeceller.dagsvaerk_e8) as celler_e8
from sygeposter
left join sygeceller
    on sygeposter.raekke_id = sygeceller.raekke_id
group by sygeposter.raekke_id
having any_value(sygeposter.dagsvaerk_e8) is distinct from sum(sygeceller.dagsvaerk_e8)
