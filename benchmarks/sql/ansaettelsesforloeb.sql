-- Filen ansaettelsesforloeb: en række pr. ændring af enhed, timetal eller stilling. Korn: MAnummer, Startdato.
with

skift as (             -- up to seven changes within the employment, fewer in a short one

    select
        i,
        greatest(foerste_dag, getvariable('fra') - 700)
            + (tal(i, j, 21) * (slut_dag - greatest(foerste_dag, getvariable('fra') - 700) - 20))::integer as startdato
    from medarbejder
    cross join unnest(range(least(
        udfald(i, 0, 20, 8), ((slut_dag - greatest(foerste_dag, getvariable('fra') - 700)) // 60)
    ))) as numre (j)

),

starter as (

    select
        i,
        foerste_dag as startdato
    from medarbejder

    union

    select
        i,
        startdato
    from skift

),

nummererede as (

    select
        starter.i,
        starter.startdato,
        row_number() over forloeb as nr,
        lead(starter.startdato) over forloeb as naeste,
        sum((udfald(starter.i, starter.startdato, 22, 100) < 35)::integer) over forloeb as flytninger,
        sum((udfald(starter.i, starter.startdato, 23, 100) < 40)::integer) over forloeb as omlaegninger,
        sum((udfald(starter.i, starter.startdato, 24, 100) < 8)::integer) over forloeb as stillingsskift
    from starter
    window forloeb as (partition by starter.i order by starter.startdato)

),

placerede as (

    select
        nummererede.*,
        medarbejder.medarbejdernr,
        medarbejder.typisk_grad,
        case
            when naeste is null then medarbejder.sidste_dag
            when udfald(i, nr, 25, 1000) < 3 then naeste + 10      -- overlaps the next span
            when udfald(i, nr, 25, 1000) < 20 then greatest(nummererede.startdato, naeste - 21)   -- a gap before it
            else naeste - 1
        end as stopdato,
        case
            when udfald(i, flytninger, 26, 100) < 1 then 1 + udfald(i, 0, 27, 3)
            when udfald(i, flytninger, 26, 100) < 6 then 4 + udfald(i, 0, 27, antal.foerste_enhed - 4)
            else antal.foerste_enhed + (
                floor(power(tal(i, 0, 28), 1.2) * (antal.slut - antal.foerste_enhed))::bigint
                + flytninger::bigint * udfald(i, 0, 29, 19)
            ) % (antal.slut - antal.foerste_enhed)
        end as plads,
        case
            when omlaegninger < 1 or udfald(i, omlaegninger, 30, 100) < 55 then typisk_grad
            when udfald(i, omlaegninger, 30, 100) < 56 then 0
            else [0.86486486, 0.81081081, 0.5, 0.94594595][1 + udfald(i, omlaegninger, 31, 4)]
        end as grad,
        udfald(i, stillingsskift, 32, 1000) as stillingstal,
        udfald(i, 0, 33, 1000) as loenform
    from nummererede
    inner join medarbejder
        using (i)
    inner join (select distinct foerste_enhed, slut from enhed) as antal
        on true

),

faggrupperede as (     -- a unit has about four personalegrupper, one of them half of its staff

    select
        *,
        plads // 5 + [0, 0, 0, 0, 0, 1, 1, 1, 2, 5][1 + stillingstal % 10] as faggruppe
    from placerede

)

select
    medarbejdernr as "MAnummer",
    strftime(startdato, '%d.%m.%Y') as "Startdato",
    coalesce(strftime(stopdato, '%d.%m.%Y'), '31.12.9999') as "Stopdato",
    10000 + 7 * plads as "Orgplacering",
    case
        when loenform < 600 then '00'
        when loenform < 880 then '01'
        else '0' || (2 + loenform % 6)
    end as "Ansforhold",
    komma(round(37 * grad, 2)) as "Tæller",
    '37,00' as "Nævner",
    case
        when stillingstal < 15 then 'Social- og sundhedselev'
        when stillingstal < 22 then 'Kontorelev'
        when stillingstal < 40 then 'Fleksjob, servicemedarbejder'
        when stillingstal < 43 then 'Fleksjobkonsulent'
        else [
            'Pædagog', 'Pædagogmedhjælper', 'Lærer', 'Social- og sundhedsassistent', 'Social- og sundhedshjælper',
            'Sygeplejerske', 'Socialrådgiver', 'Kontorfuldmægtig', 'Akademisk medarbejder', 'Specialist', 'Pedel',
            'Ergoterapeut', 'Fysioterapeut', 'Rengøringsassistent', 'Gartner', 'Ingeniør', 'Tandplejer', 'Leder'
        ][1 + stillingstal % 18]
    end as "Stilling",
    'Løntrin ' || (20 + stillingstal % 31) as "Lønklasse",
    [
        'Pædagoger', 'Pædagogmedhjælpere', 'Lærere', 'Social- og sundhedspersonale', 'Syge- og sundhedspersonale',
        'Kontor- og IT-personale', 'Akademikere', 'Teknisk service', 'Rengøring', 'Ledere'
    ][1 + faggruppe % 10] as "Personalegruppe",
    'Medarbejder ' || i as "Navn"
from faggrupperede
order by i, nr
