-- The employees a user sees, where each is placed on the udtræksdato: all for hr; for a leder those of the own subtree,
-- other leaders only from strictly above; for a chef the leaders below who have no nearer superior. Never oneself.
-- Korn: medarbejdernr. Midlertidig.
with

kendte_ledere as (

    select
        medarbejdernr,
        enhed_id
    from ledelse
    where medarbejdernr is not null

),

ledere_under_leder as (

    select kendte_ledere.medarbejdernr

    from kendte_ledere

    inner join maal.enhed_overordnede
        on kendte_ledere.enhed_id = enhed_overordnede.enhed_id and enhed_overordnede.trin > 0

    where list_contains($leder_noder::bigint[], enhed_overordnede.overordnet_id)

),

ledere_under_chef as (

    select kendte_ledere.medarbejdernr

    from kendte_ledere

    inner join maal.enhed_overordnede as chefens
        on
            kendte_ledere.enhed_id = chefens.enhed_id
            and chefens.trin > 0
            and list_contains($chef_noder::bigint[], chefens.overordnet_id)

    where not exists (
        select 1
        from maal.enhed_overordnede as naermere
        inner join ledelse as overordnet
            on naermere.overordnet_id = overordnet.enhed_id
        where
            naermere.enhed_id = kendte_ledere.enhed_id
            and naermere.trin > 0
            and naermere.trin < chefens.trin
            and overordnet.medarbejdernr is distinct from kendte_ledere.medarbejdernr
    )

)

select
    placerede.medarbejdernr,
    placerede.enhed_id,
    placerede.aarsag,
    placerede.er_i_populationen

from placerede

where
    not list_contains($selv::integer[], placerede.medarbejdernr)
    and (
        $er_hr
        or (
            placerede.enhed_id in (select egne_enheder.enhed_id from egne_enheder)
            and (
                placerede.medarbejdernr not in (select kendte_ledere.medarbejdernr from kendte_ledere)
                or placerede.medarbejdernr in (select ledere_under_leder.medarbejdernr from ledere_under_leder)
            )
        )
        or (
            placerede.medarbejdernr in (select ledere_under_chef.medarbejdernr from ledere_under_chef)
            and exists (
                select 1
                from maal.enhed_overordnede
                where
                    placerede.enhed_id = enhed_overordnede.enhed_id
                    and list_contains($chef_noder::bigint[], enhed_overordnede.overordnet_id)
            )
        )
    )
