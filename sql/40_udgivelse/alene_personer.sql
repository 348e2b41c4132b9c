-- What each employee was sick in a month or a quarter alone, in the children where two of them may hold too much: the
-- others have so much dagsværk that no two can. Enhed: dagsværk in hundred millionths (e8).
-- Korn: barn_id, vindue_nr, medarbejdernr. Midlertidig.
with

pr_medarbejder as (

    select
        medarbejdernr,
        maaned_nr,
        sum(dagsvaerk_e8)::bigint as dagsvaerk_e8

    from sygeceller

    where kategori = 'population'

    group by medarbejdernr, maaned_nr

),

mest as (           -- of anybody in a month: three times that in a quarter

    select coalesce(max(dagsvaerk_e8), 0) as dagsvaerk_e8
    from pr_medarbejder

),

uafklarede as (

    select
        alene_tal.barn_id,
        alene_tal.vindue_nr,
        unnest(range(alene_vinduer.foerste_maaned, alene_vinduer.sidste_maaned + 1)) as maaned_nr

    from alene_tal

    inner join alene_vinduer
        on alene_tal.vindue_nr = alene_vinduer.vindue_nr

    cross join mest

    where
        (alene_tal.dagsvaerk_e8 - alene_tal.leder_e8)::hugeint * $dominans_del
        < mest.dagsvaerk_e8 * 2 * $dominans_hele * (case when alene_vinduer.er_kvartal then 3 else 1 end)

)

select
    uafklarede.barn_id,
    uafklarede.vindue_nr,
    sygeceller.medarbejdernr,
    synlige_ledere.medarbejdernr is not null as er_leder,
    sum(sygeceller.dagsvaerk_e8)::bigint as dagsvaerk_e8

from uafklarede

inner join barn_placeringer
    on uafklarede.barn_id = barn_placeringer.barn_id

inner join sygeceller
    on
        barn_placeringer.placering_id = sygeceller.placering_id
        and uafklarede.maaned_nr = sygeceller.maaned_nr

left join synlige_ledere
    on sygeceller.medarbejdernr = synlige_ledere.medarbejdernr

where sygeceller.kategori = 'population'

group by uafklarede.barn_id, uafklarede.vindue_nr, sygeceller.medarbejdernr, synlige_ledere.medarbejdernr
