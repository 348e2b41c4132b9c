-- The managers OPUS knows, as access hr may approve: never above afdeling.
-- Korn: bruger.
select
    ledere.bruger,
    ledere.email,
    'leder' as rolle,
    ledere.enhed_id as enhedsnr,
    bygning.udtraeksdato as gyldig_fra,
    '' as begrundelse,
    date '9999-12-31' as gyldig_til,
    ledere.medarbejdernr,
    null::varchar as stedfortraeder_for,
    'OPUS' as tildelt_af

from ledere

inner join enheder
    on ledere.enhed_id = enheder.enhed_id and enheder.niveau_nr >= 2

cross join bygning

where ledere.bruger is not null and ledere.email is not null

order by ledere.bruger
