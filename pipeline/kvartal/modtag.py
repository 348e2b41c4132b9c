"""A delivery as it comes in: file by file, encrypted as it comes, within limits; whole or not at all."""

import os
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from pipeline.database.noegler import read_noegle
from pipeline.database.ombytning import sync_folder
from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.indlaes import load_indstillinger
from pipeline.indstillinger.model import Indstillinger
from pipeline.kvartal.lukket import ENDELSE, Skriver, unlock_each
from pipeline.kvartal.stand import Leverance
from pipeline.kvartal.steder import leverance_of, receiving_folder
from pipeline.readers.filer import Kildefil, is_ignored, laeste_filer
from pipeline.readers.genkend import find_slags
from pipeline.readers.pakke import check_pakke
from pipeline.tekster import filer as tekster_filer
from pipeline.tekster import kvartal as tekster_kvartal
from pipeline.tekster.dansk import heltal

MEGABYTE = 1 << 20
HOEJST_TEGN = 120
PLADS_TIL = 3  # times its size: the delivery, what is made of it, and a rest
STIER = ("/", "\\", "\0")


class Modtagelse:
    """One delivery on its way in. Each method's errors are `Brugerfejl`, and then nothing of it is kept."""

    def __init__(self, mappe: Path, noegle: str, indstillinger: Indstillinger) -> None:
        self.mappe, self._noegle, self._indstillinger = mappe, noegle, indstillinger
        self._filer: list[Skriver] = []
        self._aaben: Skriver | None = None
        self._bytes = 0

    @property
    def hoejst(self) -> int:
        """Bytes of all the files."""
        return self._indstillinger.maskine.indlevering_mb * MEGABYTE

    def expect(self, antal_bytes: int) -> None:
        """What the sender says will come, before any of it does."""
        if antal_bytes > self.hoejst + MEGABYTE:
            raise self._too_big()
        if shutil.disk_usage(self.mappe).free < antal_bytes * PLADS_TIL:
            raise Brugerfejl(tekster_kvartal.INGEN_PLADS)

    def begin_fil(self, navn: str) -> None:
        navn = check_navn(navn)
        if len(self._filer) >= self._indstillinger.maskine.indlevering_filer:
            hoejst = heltal(self._indstillinger.maskine.indlevering_filer)
            raise Brugerfejl(tekster_kvartal.FOR_MANGE_FILER.format(hoejst=hoejst))
        if navn.casefold() in {fil.navn.casefold() for fil in self._filer}:
            raise Brugerfejl(tekster_kvartal.SAMME_NAVN.format(fil=navn))
        self._aaben = Skriver(self.mappe / f"{len(self._filer):04d}{ENDELSE}", navn, self._noegle)
        self._filer.append(self._aaben)

    def write(self, indhold: bytes) -> None:
        self._bytes += len(indhold)
        if self._bytes > self.hoejst:
            raise self._too_big()
        if self._aaben is not None:
            self._aaben.write(indhold)

    def end_fil(self) -> None:
        if self._aaben is not None:
            self._aaben.close()
            self._aaben = None

    def finish(self, database: Path) -> Leverance:
        """Looked at, and moved to where it waits to be built."""
        if self._aaben is not None:
            raise Brugerfejl(tekster_kvartal.AFBRUDT)
        if not self._filer:
            raise Brugerfejl(tekster_kvartal.INGEN_FILER)
        check_slags(unlock_each(self.mappe, self._noegle), self._indstillinger)
        maerke = token_hex(8)
        os.rename(self.mappe, leverance_of(database, maerke))
        sync_folder(database.parent)
        return Leverance("sendt", tuple((fil.navn, fil.antal_bytes) for fil in self._filer), maerke)

    def abandon(self) -> None:
        if self._aaben is not None:
            self._aaben.abandon()
            self._aaben = None

    def _too_big(self) -> Brugerfejl:
        return Brugerfejl(tekster_kvartal.FOR_STOR.format(megabyte=heltal(self.hoejst // MEGABYTE)))


@contextmanager
def receiving(database: Path) -> Iterator[Modtagelse]:
    """Errors: `Brugerfejl`, also when another delivery is on its way in."""
    noegle = read_noegle("noegle", database)
    with receiving_folder(database) as mappe:
        modtagelse = Modtagelse(mappe, noegle, load_indstillinger(None))
        try:
            yield modtagelse
        finally:
            modtagelse.abandon()


def copy_mappe(kilde: Path, modtagelse: Modtagelse) -> None:
    """The files of a folder, as if they had been sent. Errors: `Brugerfejl`."""
    filer = laeste_filer(kilde)
    modtagelse.expect(sum(fil.sti.stat().st_size for fil in filer))
    for fil in filer:
        modtagelse.begin_fil(fil.navn)
        for blok in _read(fil):
            modtagelse.write(blok)
        modtagelse.end_fil()


def look_in(indbakke: Path) -> Leverance:
    """What lies in the watched folder now. Errors: `Brugerfejl`."""
    filer = laeste_filer(indbakke)
    return Leverance("indbakke", tuple((fil.navn, fil.sti.stat().st_size) for fil in filer))


def check_navn(navn: str) -> str:
    """A name is shown and held against others, and is no path. Errors: `Brugerfejl`."""
    navn = unicodedata.normalize("NFC", navn)
    er_sti = any(tegn in navn for tegn in STIER) or navn.strip(". ") == ""
    if er_sti or not navn.isprintable() or len(navn) > HOEJST_TEGN or is_ignored(navn):
        raise Brugerfejl(tekster_kvartal.NAVN_AFVIST)
    return navn


def check_slags(filer: Iterable[Kildefil], indstillinger: Indstillinger) -> None:
    """Errors: `Brugerfejl` for the first there is no reader of, and one packed to burst or with too many in it."""
    for fil in filer:
        slags = find_slags(fil, graenser=indstillinger.filer)
        if slags == "pakket":
            raise Brugerfejl(tekster_filer.FIL_PAKKET.format(fil=fil.navn))
        if slags == "zip":
            check_pakke(fil, graenser=indstillinger.filer)


def _read(fil: Kildefil) -> Iterator[bytes]:
    with fil.sti.open("rb") as ind:
        while blok := ind.read(MEGABYTE):
            yield blok
