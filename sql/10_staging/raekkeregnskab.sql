-- The account of every row: accepted + duplicates + total rows + rejected = rows read.
-- Enhed: antal rækker. Korn: fil_id.
with

skaebner as (

    select
        fil_id,
        count(*) filter (where totaltekst is distinct from 'tom linje') as antal_laest,
        count(*) filter (where grund is null and totaltekst is null) as antal_i_orden,
        count(*) filter (where totaltekst <> 'tom linje') as antal_total,
        count(grund) as antal_afvist,
        0 as antal_dublet
    from fravaer_laest
    group by fil_id

    union all

    select
        fravaer_laest.fil_id,
        0 as antal_laest,
        count(*) as antal_i_orden,
        0 as antal_total,
        -count(*) as antal_afvist,
        0 as antal_dublet
    from fravaer_tilbagefoert
    inner join fravaer_laest
        on fravaer_tilbagefoert.raekke_id = fravaer_laest.rowid
    where fravaer_tilbagefoert.er_tilbagefoersel
    group by fravaer_laest.fil_id

    union all

    select
        fravaer_laest.fil_id,
        0 as antal_laest,
        -count(*) as antal_i_orden,
        0 as antal_total,
        0 as antal_afvist,
        count(*) as antal_dublet
    from fravaer_dubletter
    inner join fravaer_laest
        on fravaer_dubletter.raekke_id = fravaer_laest.rowid
    group by fravaer_laest.fil_id

    union all

    select
        fil_id,
        count(*) as antal_laest,
        count(*) filter (where grund is null and totaltekst is null and not er_dublet) as antal_i_orden,
        count(totaltekst) as antal_total,
        count(grund) as antal_afvist,
        count(*) filter (where er_dublet) as antal_dublet
    from oevrige_laest
    group by fil_id

)

select
    kildefiler.fil_id,
    coalesce(sum(skaebner.antal_laest), 0)::bigint as antal_laest,
    coalesce(sum(skaebner.antal_i_orden), 0)::bigint as antal_accepteret,
    coalesce(sum(skaebner.antal_dublet), 0)::bigint as antal_dublet,
    coalesce(sum(skaebner.antal_total), 0)::bigint as antal_total,
    coalesce(sum(skaebner.antal_afvist), 0)::bigint as antal_afvist

from kildefiler

left join skaebner
    on kildefiler.fil_id = skaebner.fil_id

group by kildefiler.fil_id
