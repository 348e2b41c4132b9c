"""Which files a delivery has, and from its first bytes which shape each of them is."""

import re
from datetime import date
from pathlib import Path

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.model import Indstillinger
from pipeline.readers.bw_rapport import read_bw_rapport
from pipeline.readers.csv_fil import CSV_FIL, CSV_MED_KOMMA
from pipeline.readers.model import Kildetabel
from pipeline.readers.opgave import Opgave
from pipeline.readers.projektmappe import read_projektmappe
from pipeline.readers.sap_liste import SAP_LISTE
from pipeline.readers.tabeller import build_navne
from pipeline.readers.text_tabel import UTF16_MAERKER, read_text_tabel
from pipeline.readers.zlpe import read_zlpe
from pipeline.tekster import faelles as tekster

FORRESTE = 1 << 14  # bytes that decide
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
KRYPTERET_PROJEKTMAPPE = "EncryptedPackage".encode("utf-16-le")

_IGNORERES = frozenset({"thumbs.db", "desktop.ini"})
_MHTML = re.compile(r"(mime-version|content-type|from|subject|date|message-id|x-[a-z-]+):", re.IGNORECASE)
_MHTML_INDHOLD = re.compile(r"^content-type:\s*(multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_HTML = re.compile(r"<(!doctype\s+html|html|head|body|table|meta|div)[\s>]", re.IGNORECASE)


def laeste_filer(kilde: Path) -> list[Path]:
    """The files a delivery is made of, by name; the same rule for reading and for the build id.

    Errors: `Brugerfejl` when the folder is missing or holds none.
    """
    try:
        filer = [sti for sti in kilde.iterdir() if not _is_ignored(sti.name) and not sti.is_dir()]
    except OSError:
        raise Brugerfejl(tekster.MAPPE_MANGLER.format(mappe=kilde.resolve().name)) from None
    if not filer:
        raise Brugerfejl(tekster.MAPPE_TOM.format(mappe=kilde.resolve().name))
    return sorted(filer, key=lambda sti: sti.name)


def read_leverance(kilde: Path, *, indstillinger: Indstillinger, udtraek: date | None) -> list[Kildetabel]:
    """Every table of every file, by table, udtræksdato and file. Nothing is written to any disk.

    Errors: `Brugerfejl` for the first file that cannot be read whole and understood.
    """
    opgave = Opgave(build_navne(indstillinger), udtraek)
    tabeller = [tabel for fil in laeste_filer(kilde) for tabel in _read_fil(fil, opgave)]
    _check_udtraeksdatoer(tabeller)
    return sorted(tabeller, key=lambda tabel: (tabel.tabel, tabel.udtraeksdato or date.min, tabel.fil))


def _is_ignored(navn: str) -> bool:
    return navn.lower() in _IGNORERES or navn.startswith(("~$", "."))


def _read_fil(fil: Path, opgave: Opgave) -> list[Kildetabel]:
    try:
        if not fil.is_file():
            raise Brugerfejl(tekster.FIL_ULAESELIG.format(fil=fil.name))
        return _read_form(fil, opgave)
    except OSError:
        raise Brugerfejl(tekster.FIL_ULAESELIG.format(fil=fil.name)) from None


def _read_form(fil: Path, opgave: Opgave) -> list[Kildetabel]:
    with fil.open("rb") as aaben:
        forreste = aaben.read(FORRESTE)
    if forreste.startswith(ZIP):
        return read_projektmappe(fil, opgave=opgave)
    if forreste.startswith(OLE):
        raise Brugerfejl(_ole_tekst(fil).format(fil=fil.name))
    tekst = _decode(forreste).lstrip("\ufeff \t\r\n")
    if not tekst:
        raise Brugerfejl(tekster.FIL_AFBRUDT.format(fil=fil.name))
    if _MHTML.match(tekst) and _MHTML_INDHOLD.search(tekst):
        return read_bw_rapport(fil, er_mhtml=True, opgave=opgave)
    if tekst.startswith("<"):
        if _HTML.search(tekst):
            return read_bw_rapport(fil, er_mhtml=False, opgave=opgave)
        return read_zlpe(fil, opgave=opgave)
    if "\0" in tekst:
        raise Brugerfejl(tekster.FIL_UKENDT.format(fil=fil.name))
    return [read_text_tabel(fil, dialekter=(SAP_LISTE, CSV_FIL, CSV_MED_KOMMA), opgave=opgave)]


def _decode(forreste: bytes) -> str:
    if forreste.startswith(UTF16_MAERKER):
        return forreste[: len(forreste) // 2 * 2].decode("utf-16", errors="replace")
    return forreste.decode("utf-8", errors="replace")


def _ole_tekst(fil: Path) -> str:
    return tekster.FIL_KRYPTERET if KRYPTERET_PROJEKTMAPPE in fil.read_bytes() else tekster.FIL_GAMMEL_EXCEL


def _check_udtraeksdatoer(tabeller: list[Kildetabel]) -> None:
    """Two lists of one table need dates to say which replaces which."""
    for navn in sorted({tabel.tabel for tabel in tabeller if tabel.udtraeksdato is None}):
        filer = [tabel.fil for tabel in tabeller if tabel.tabel == navn]
        if len(filer) > 1:
            raise Brugerfejl(
                tekster.UDTRAEKSDATO_FLERE.format(filer=", ".join(sorted(set(filer))), tabel=tekster.TABELNAVNE[navn])
            )
