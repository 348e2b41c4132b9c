-- The employees a user sees by name. er_langtidsfrisk is null for those not employed all of the two years.
-- Korn: medarbejdernr.
select
    persongrundlag.medarbejdernr,
    navne.navn,
    persongrundlag.enhed_id,
    persongrundlag.aarsag,
    persongrundlag.er_i_populationen,
    medarbejder_langtidsfrisk.er_langtidsfrisk

from persongrundlag

left join maal.navne
    on persongrundlag.medarbejdernr = navne.medarbejdernr

left join maal.medarbejder_langtidsfrisk
    on persongrundlag.medarbejdernr = medarbejder_langtidsfrisk.medarbejdernr
