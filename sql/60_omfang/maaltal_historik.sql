-- What was proposed and decided of måltal for the units a user may propose for; for hr of those there are no more, too.
-- Enhed: tenths of sygedage pr. medarbejder. Korn: beslutning_id.
select
    beslutninger_laest.beslutning_id,
    beslutninger_laest.svarer_paa,
    beslutninger_laest.enhed_id,
    coalesce(indsatsenheder.enhedsnavn, nummer(beslutninger_laest.enhed_id)) as enhedsnavn,
    beslutninger_laest.aar,
    beslutninger_laest.foer,
    beslutninger_laest.maaltal,
    beslutninger_laest.tilstand,
    beslutninger_laest.begrundelse,
    beslutninger_laest.af,
    beslutninger_laest.dag,
    beslutninger_laest.er_aaben,
    beslutninger_laest.er_gaeldende

from beslutninger_laest

left join indsatsenheder
    on beslutninger_laest.enhed_id = indsatsenheder.enhed_id

where indsatsenheder.kan_aftales or ($er_hr and indsatsenheder.enhed_id is null)
