-- Files with more rejected rows than the limit, with the commonest reason.
-- Korn: fund, and the first is told.
with

grunde as (

    select
        fil_id,
        grund,
        count(*) as antal_grund,
        min(linje) as linje

    from karantaene

    group by fil_id, grund

)

select
    kildefiler.fil,
    any_value(raekkeregnskab.antal_afvist) as antal_afvist,
    any_value(raekkeregnskab.antal_laest) as antal_laest,
    arg_max(grunde.grund, grunde.antal_grund) as grund,
    max(grunde.antal_grund) as antal_grund,
    arg_max(grunde.linje, grunde.antal_grund) as linje

from raekkeregnskab

inner join kildefiler
    on raekkeregnskab.fil_id = kildefiler.fil_id

inner join grunde
    on raekkeregnskab.fil_id = grunde.fil_id

where
    raekkeregnskab.antal_afvist >= $afviste_mindst
    and raekkeregnskab.antal_afvist > $afviste_andel * raekkeregnskab.antal_laest

group by kildefiler.fil_id, kildefiler.fil

order by kildefiler.fil_id
