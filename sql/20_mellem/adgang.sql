-- The access rows the delivery proposes.
-- Korn: bruger, rolle, enhed_id, gyldig_fra.
select
    bruger,
    email,
    medarbejdernr,
    rolle,
    enhedsnr as enhed_id,
    gyldig_fra,
    gyldig_til,
    tildelt_af,
    begrundelse,
    stedfortraeder_for

from adgang_laest

where grund is null and totaltekst is null and not er_dublet
