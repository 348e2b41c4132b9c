-- What has been agreed for the units a user sees it for; of a unit that was merged, under the one that carries it on.
-- Korn: indsats_id.
with

efterfoelgere as (

    select
        enhedsnr as enhed_id,
        arg_max(efterfoelger, begyndt_fra) as efterfoelger_id

    from maal.enhed_efterfoelger

    where enhedsnr <> efterfoelger and enhedsnr not in (select placeringer.enhedsnr from maal.placeringer)

    group by enhedsnr

)

select
    indsatser_laest.indsats_id,
    indsatsenheder.enhed_id,
    indsatser_laest.kategori,
    indsatser_laest.fra,
    indsatser_laest.til,
    indsatser_laest.ejer,
    indsatser_laest.tekst,
    indsatser_laest.af,
    indsatser_laest.aftalt,
    indsatser_laest.afsluttet

from indsatser_laest

left join efterfoelgere
    on indsatser_laest.enhed_id = efterfoelgere.enhed_id

inner join indsatsenheder
    on coalesce(efterfoelgere.efterfoelger_id, indsatser_laest.enhed_id) = indsatsenheder.enhed_id
