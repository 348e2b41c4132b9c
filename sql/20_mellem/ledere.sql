-- The managers of the newest personnel dump, who HR may propose access for.
-- Korn: medarbejdernr.
select
    medarbejdernr,
    enhedsnr as enhed_id,
    bruger,
    email

from personale_laest

where
    er_leder
    and grund is null
    and not er_dublet
    and not er_fratraadt
    and udtraeksdato = (select max(nyeste.udtraeksdato) from personale_laest as nyeste)
