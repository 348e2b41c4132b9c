-- Sick records of an older file that a newer one cuts off and does not go on with: the employee has no sick record
-- there from the first working day of its period. Their days after the cut are not counted.
-- Korn: raekke_id. Midlertidig.
with

afkortede as (

    select
        fravaer_gaeldende.raekke_id,
        fravaer_gaeldende.medarbejdernr,
        fravaer_gaeldende.beholdt_til,
        kalender.naeste_arbejdsdag

    from fravaer_gaeldende

    inner join kalender
        on fravaer_gaeldende.beholdt_til = kalender.dag

    where fravaer_gaeldende.er_sygefravaer

)

select afkortede.raekke_id

from afkortede

where
    not exists (
        select 1
        from fravaer_gaeldende as senere
        where
            afkortede.medarbejdernr = senere.medarbejdernr
            and senere.er_sygefravaer
            and senere.raekke_id <> afkortede.raekke_id
            and senere.startdato <= afkortede.naeste_arbejdsdag
            and coalesce(senere.beholdt_til, senere.slutdato) > afkortede.beholdt_til
    )
