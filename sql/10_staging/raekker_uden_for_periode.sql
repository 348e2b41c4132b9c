-- Fravær files with a "Periode" line, and how many of the accepted rows of the years that are kept lie wholly outside
-- it.
-- Enhed: antal rækker. Korn: fil_id. Midlertidig.
select
    fravaer_laest.fil_id,
    count(*) as antal_uden_for

from fravaer_laest

inner join kildefiler
    on
        fravaer_laest.fil_id = kildefiler.fil_id
        and (
            fravaer_laest.startdato > kildefiler.periode_til
            or coalesce(fravaer_laest.stopdato, kildefiler.periode_til) < kildefiler.periode_fra
        )

where
    fravaer_laest.grund is null
    and fravaer_laest.totaltekst is null
    and fravaer_laest.startdato <= $udtraeksdato::date
    and coalesce(fravaer_laest.stopdato, $udtraeksdato::date) >= $opbevaring_fra::date

group by fravaer_laest.fil_id
