"""Releases as one file: each made and proven, and packed as the two folders it is."""

from collections.abc import Sequence
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
from pipeline.status.givet import Givet
from pipeline.status.tidligere import list_laaste
from pipeline.status.udgiv import Filer, Udgivelse, make_status, name_intern, release
from pipeline.status.zip import FAST_TID

SLAGS = ("status", "eksport")


@dataclass(frozen=True)
class Proevet:
    """A release that holds, and what the proof said of it."""

    slags: str
    udgivelse: Udgivelse
    sagt: str


def make_proevet(
    scope: Scope,
    lager: Lager,
    arkiv: Arkiv,
    *,
    slags: str,
    kvartal: str,
    givet: Givet | None = None,
    ark: Filer | None = None,
    skabelon: Path | None = None,
) -> Proevet:
    """`scope`: hr's with persons; `ark`: as of make_status. Errors: `Brugerfejl`, also when the proof fails."""
    udgivelse = (
        make_status(scope, kvartal, arkiv, givet=givet, ark=ark, skabelon=skabelon)
        if slags == "status"
        else make_eksport(scope, kvartal, arkiv, givet=givet, skabelon=skabelon)
    )
    sagt: list[str] = []
    viden = read_viden(scope, lager)
    laaste = list_laaste(arkiv.laaste, viden.organisation)

    def proev(ny: Path) -> None:
        sagt.append(check_udfald(prove(ny, viden, laaste=laaste, forventet=udgivelse.forventet)))

    with TemporaryDirectory(prefix="sygefravaer-") as mappe:
        release(udgivelse, Path(mappe) / slags, proev)
    return Proevet(slags, udgivelse, sagt[0])


def pack(proevede: Sequence[Proevet], kvartal: str) -> bytes:
    """One file with two folders of each: what is sent, and what stays with HR. The same from the same."""
    pakke = BytesIO()
    with ZipFile(pakke, "w", ZIP_DEFLATED) as fil:
        for proevet in proevede:
            sendes = Path(f"{proevet.slags}-{kvartal}")
            for rod, filer in ((sendes, proevet.udgivelse.filer), (name_intern(sendes), proevet.udgivelse.intern)):
                for navn, indhold in sorted(filer.items()):
                    fil.writestr(ZipInfo(f"{rod.name}/{navn}", FAST_TID), indhold, ZIP_DEFLATED)
    return pakke.getvalue()
