-- Employment spans in force. Where an employment list exists it alone is the history, else the personnel dumps are.
-- A newer list rules the period it covers; an older span keeps only its days before it. A missing start stays so.
-- Korn: rowid (ansættelsesspænd). Midlertidig.
with

alle as (

    select
        ansaettelse_laest.medarbejdernr,
        ansaettelse_laest.startdato,
        coalesce(spaend_afkortning.beholdt_til, ansaettelse_laest.slutdato) as slutdato,
        ansaettelse_laest.enhedsnr,
        ansaettelse_laest.ansforhold,
        ansaettelse_laest.taeller_e8,
        ansaettelse_laest.naevner_e8,
        ansaettelse_laest.stilling,
        ansaettelse_laest.loenklasse,
        ansaettelse_laest.personalegruppe,
        null as ansforholdtekst,
        taeller_er_graden.hel

    from ansaettelse_laest

    left join spaend_afkortning
        on ansaettelse_laest.rowid = spaend_afkortning.raekke_id

    left join taeller_er_graden
        on ansaettelse_laest.fil_id = taeller_er_graden.fil_id

    where
        ansaettelse_laest.grund is null
        and ansaettelse_laest.totaltekst is null
        and ansaettelse_laest.rowid not in (select ansaettelse_dubletter.raekke_id from ansaettelse_dubletter)
        and (spaend_afkortning.raekke_id is null or spaend_afkortning.beholdt_til is not null)

    union all

    select
        medarbejdernr,
        startdato,
        slutdato,
        enhedsnr,
        ansforhold,
        taeller_e8,
        naevner_e8,
        stilling,
        loenklasse,
        null as personalegruppe,
        ansforholdtekst,
        (
            select max(taeller_er_graden.hel)
            from kildefiler
            inner join taeller_er_graden
                on kildefiler.fil_id = taeller_er_graden.fil_id
            where kildefiler.tabel = 'personale'
        ) as hel

    from spaend_fra_personale

    where not exists (
        select 1 from kildefiler
        where kildefiler.tabel = 'ansaettelsesforloeb'
    )

)

select
    medarbejdernr,
    startdato,
    slutdato,
    enhedsnr,
    ansforhold,
    ansforholdtekst,
    stilling,
    loenklasse,
    coalesce(personalegruppe, uoplyst()) as personalegruppe,
    taeller_e8 is not null and taeller_e8 = 0 as er_uden_loen,
    hel is not null as er_taeller_graden,
    case
        when taeller_e8 is null then null
        when hel is not null then divider_afrundet(taeller_e8, hel)
        when coalesce(naevner_e8, 0) = 0 and taeller_e8 > 60 * 100000000::bigint then divider_afrundet(taeller_e8, 100)
        when coalesce(naevner_e8, 0) = 0 then divider_afrundet(taeller_e8, 37)
        -- a quotient too large for a whole number is out of range all the more
        else coalesce(
            try_cast(divider_afrundet(taeller_e8::hugeint * 100000000, naevner_e8::hugeint) as bigint),
            999999999999
        )
    end as grad_oplyst_e8

from alle
