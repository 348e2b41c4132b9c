"""The municipality's own look of the case and the slides: kept when it passes, and used from then on."""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Literal

from pipeline.fejl import Brugerfejl
from pipeline.kvartal.modtag import MEGABYTE, check_navn
from pipeline.kvartal.trin import Hr, find_kvartal
from pipeline.lager.kvartalsvalg import read_valg, write_valg
from pipeline.lager.lager import Lager
from pipeline.lager.log import Haendelse
from pipeline.port.scope import Scope, open_scope
from pipeline.status.dokument import make_felter, write_docx
from pipeline.status.grundlag import Grundlag, read_grundlag
from pipeline.status.slideskabelon import open_skabelon
from pipeline.tekster import kvartal as tekster_kvartal
from pipeline.tekster.dansk import heltal

Slags = Literal["docx", "pptx"]
SLAGS: tuple[Slags, ...] = ("docx", "pptx")
AF_ENDELSE: Mapping[str, Slags] = {".docx": "docx", ".potx": "pptx", ".pptx": "pptx"}
HOEJST = 20 * MEGABYTE


@dataclass(frozen=True)
class Skabelon:
    navn: str
    indhold: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.indhold).hexdigest()


class Skabelonmodtagelse:
    """One file on its way in, in memory alone. Each method's errors are `Brugerfejl`."""

    def __init__(self) -> None:
        self.navn = ""
        self.indhold = bytearray()

    def begin_fil(self, navn: str) -> None:
        if self.navn:
            raise Brugerfejl(tekster_kvartal.SKABELON_FLERE)
        self.navn = check_navn(navn)

    def write(self, indhold: bytes) -> None:
        if len(self.indhold) + len(indhold) > HOEJST:
            raise Brugerfejl(tekster_kvartal.SKABELON_STOR.format(megabyte=heltal(HOEJST // MEGABYTE)))
        self.indhold += indhold

    def end_fil(self) -> None:
        """Nothing is left open."""


def keep_skabelon(hr: Hr, ny: Skabelon) -> None:
    """Tried before it is kept, by what tries it when the case is made. Errors: `Brugerfejl`."""
    slags = AF_ENDELSE.get(PurePath(ny.navn).suffix.lower())
    if slags is None or len(ny.indhold) > HOEJST:
        raise Brugerfejl(tekster_kvartal.SKABELON_SLAGS.format(megabyte=heltal(HOEJST // MEGABYTE)))
    with placed({slags: ny}) as stier:
        _try(stier[slags], slags, open_scope(hr.bruger, miljoe=hr.miljoe))
    vaerdi = {"navn": ny.navn, "indhold": base64.b64encode(ny.indhold).decode()}
    write_valg(hr.miljoe.lager, slags, vaerdi, _event(hr), nu=hr.miljoe.ur())


def drop_skabelon(hr: Hr, slags: Slags) -> None:
    """The house's own is used again."""
    write_valg(hr.miljoe.lager, slags, None, _event(hr), nu=hr.miljoe.ur())


def read_skabeloner(lager: Lager) -> dict[Slags, Skabelon]:
    """Those in use; the house's is none."""
    valgte = {slags: read_valg(lager, slags) for slags in SLAGS}
    return {slags: Skabelon(v["navn"], base64.b64decode(v["indhold"])) for slags, v in valgte.items() if v is not None}


@contextmanager
def placed(skabeloner: Mapping[Slags, Skabelon]) -> Iterator[dict[Slags, Path]]:
    """As files, under the names they were sent with, for as long as it takes to use them."""
    with TemporaryDirectory(prefix="sygefravaer-") as rod:
        stier = {}
        for slags, skabelon in skabeloner.items():
            stier[slags] = Path(rod) / slags / skabelon.navn
            stier[slags].parent.mkdir()
            stier[slags].write_bytes(skabelon.indhold)
        yield stier


def _try(fil: Path, slags: Slags, scope: Scope) -> None:
    if slags == "pptx":
        open_skabelon(fil)
        return
    write_docx(make_felter(_read_newest(scope), {}, revisioner=()), {}, skabelon=fil)


def _read_newest(scope: Scope) -> Grundlag:
    return read_grundlag(scope, kvartal=find_kvartal(scope), er_demo=scope.er_demo)


def _event(hr: Hr) -> Haendelse:
    return Haendelse(hr.navn, "kvartal valg", tekster_kvartal.SIDE)
