"""A release as one file for the dashboard: made, proven, and packed as the two folders it is."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pipeline.lager.lager import Lager
from pipeline.port.scope import Scope
from pipeline.proev.spoergsmaal import prove
from pipeline.proev.viden import check_udfald, read_viden
from pipeline.status.arkiv import Arkiv
from pipeline.status.eksport import make_eksport
from pipeline.status.tidligere import list_laaste
from pipeline.status.udgiv import make_status, name_intern, release
from pipeline.status.zip import FAST_TID

SLAGS = ("status", "eksport")


@dataclass(frozen=True)
class Pakke:
    indhold: bytes
    linjer: tuple[str, ...]
    proevet: str


def make_pakke(scope: Scope, lager: Lager, arkiv: Arkiv, *, slags: str, kvartal: str) -> Pakke:
    """`scope`: hr's with persons; the package is remembered by it. Errors: `Brugerfejl`, also when the proof fails."""
    return scope.remember(
        ("pakke", slags, kvartal, arkiv.kendetegn), lambda: _make(scope, lager, arkiv, slags, kvartal)
    )


def _make(scope: Scope, lager: Lager, arkiv: Arkiv, slags: str, kvartal: str) -> Pakke:
    udgivelse = (make_status if slags == "status" else make_eksport)(scope, kvartal, arkiv)
    sagt: list[str] = []
    with TemporaryDirectory(prefix="sygefravaer-") as mappe:
        ud = Path(mappe) / slags
        viden = read_viden(scope, lager)
        laaste = list_laaste(arkiv.laaste, viden.organisation)

        def proev(ny: Path) -> None:
            sagt.append(check_udfald(prove(ny, viden, laaste=laaste, forventet=udgivelse.forventet)))

        release(udgivelse, ud, proev)
    sendes = Path(f"{slags}-{kvartal}")
    pakke = BytesIO()
    with ZipFile(pakke, "w", ZIP_DEFLATED) as fil:
        for rod, filer in ((sendes, udgivelse.filer), (name_intern(sendes), udgivelse.intern)):
            for navn, indhold in sorted(filer.items()):
                fil.writestr(ZipInfo(f"{rod.name}/{navn}", FAST_TID), indhold, ZIP_DEFLATED)
    return Pakke(pakke.getvalue(), tuple(udgivelse.linjer), sagt[0])
