"""The quarter's case and its material, with what hr gives: made and proven once, seen, fetched and locked."""

from collections.abc import Mapping
from datetime import date

from pipeline.fejl import Brugerfejl
from pipeline.kvartal.ord import list_afsnit
from pipeline.kvartal.skabeloner import Slags, placed, read_skabeloner
from pipeline.kvartal.stand import Stand
from pipeline.kvartal.trin import Hr, check_ready, find_kvartal, note_hentet
from pipeline.lager.kvartaler import lock_gang
from pipeline.lager.laase import NyLaas
from pipeline.lager.log import Haendelse
from pipeline.opfoelgning.enhedsarkfil import write_medarkene
from pipeline.status.arkiv import open_servers_arkiv
from pipeline.status.berigtigelser import check_moede, make_laasefil
from pipeline.status.givet import freeze_givet
from pipeline.status.pakke import SLAGS, Proevet, make_proevet, pack
from pipeline.status.udgivet import pick_filer
from pipeline.tekster import kvartal as tekster_kvartal

SKABELON_TIL: Mapping[str, Slags] = {"status": "docx", "eksport": "pptx"}


def make_sager(hr: Hr, stand: Stand) -> tuple[Proevet, ...]:
    """Each of SLAGS. Remembered with the build's scope while nothing is written, agreed or locked.

    Errors: `Brugerfejl`, also when the proof fails.
    """
    scope = check_ready(hr, stand)
    kvartal, arkiv = find_kvartal(scope), open_servers_arkiv(hr.miljoe.lager)
    givet = freeze_givet(scope, kvartal, list_afsnit(stand.gang.ord))
    skabeloner = read_skabeloner(hr.miljoe.lager)

    def make() -> tuple[Proevet, ...]:
        ark = write_medarkene(scope) if stand.ark else None
        with placed(skabeloner) as stier:
            return tuple(
                make_proevet(
                    scope,
                    hr.miljoe.lager,
                    arkiv,
                    slags=slags,
                    kvartal=kvartal,
                    givet=givet,
                    ark=ark,
                    skabelon=stier.get(SKABELON_TIL[slags]),
                )
                for slags in SLAGS
            )

    egne = tuple(skabelon.sha256 for skabelon in skabeloner.values())
    return scope.remember(("sager", kvartal, givet.write(), stand.ark, egne, arkiv.kendetegn), make)


def fetch_zip(hr: Hr) -> tuple[str, bytes]:
    """The quarter and the file; that it was fetched, and by whom, is noted first. Errors: `Brugerfejl`."""
    stand = hr.under_way()
    sager = make_sager(hr, stand)
    kvartal = find_kvartal(hr.open(stand))
    indhold = pack(sager, kvartal)
    note_hentet(hr, stand)
    return kvartal, indhold


def lock(hr: Hr, *, moede: str, dato: date, udgivet: date) -> str:
    """The quarter it was, with its case. It is published: what is corrected from now on is a correction. `dato`: the
    meeting's.

    Errors: `Brugerfejl`.
    """
    stand = hr.under_way()
    moede = check_moede(moede, hr.miljoe)
    scope = check_ready(hr, stand)
    if not stand.hentet:
        raise Brugerfejl(tekster_kvartal.IKKE_HENTET)
    kvartal = find_kvartal(scope)
    indhold = make_laasefil(scope, kvartal, hr.miljoe.lager.personnoegle)
    sagens = (pick_filer(sag.udgivelse) for sag in make_sager(hr, stand))
    lock_gang(
        hr.miljoe.lager,
        stand.gang.id,
        NyLaas(kvartal, udgivet, dato, indhold, moedenavn=moede),
        Haendelse(hr.navn, "kvartal låst", tekster_kvartal.SIDE, bygning_id=stand.bygning_id),
        nu=hr.miljoe.ur(),
        data={"kvartal": kvartal, "dato": dato.isoformat(), "moede": moede, "udgivet": udgivet.isoformat()},
        filer=next(filter(None, sagens), {}),
    )
    return kvartal
