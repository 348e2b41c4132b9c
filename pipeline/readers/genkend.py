"""From its first bytes which shape each file of a delivery is."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.model import Filer, Indstillinger
from pipeline.readers.csv_fil import CSV_FIL, CSV_MED_KOMMA
from pipeline.readers.filer import Kildefil, Leverancekilde, laeste_filer
from pipeline.readers.model import Kildetabel
from pipeline.readers.naermest import note_lignende
from pipeline.readers.opgave import Opgave
from pipeline.readers.pakke import is_projektmappe, unpack
from pipeline.readers.sap_liste import SAP_LISTE, SAP_LISTE_MED_STREGER
from pipeline.readers.tabeller import build_navne
from pipeline.readers.tegn import find_utf16
from pipeline.readers.text_tabel import read_text_tabel
from pipeline.readers.xml_strom import EXCEL_XML
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer

FORRESTE = 1 << 14  # bytes that decide
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEKSTFORMER = (SAP_LISTE, CSV_FIL, CSV_MED_KOMMA, SAP_LISTE_MED_STREGER)
PAKKET = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\xfd7zXZ", b"BZh", b"\x28\xb5\x2f\xfd")  # gzip, 7-Zip, RAR …

_MHTML = re.compile(r"(mime-version|content-type|from|subject|date|message-id|x-[a-z-]+):", re.IGNORECASE)
_MHTML_INDHOLD = re.compile(r"^content-type:\s*(multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_HTML = re.compile(r"<(!doctype\s+html|html|head|body|table|meta|div)[\s>]", re.IGNORECASE)


def read_leverance(kilde: Leverancekilde, *, indstillinger: Indstillinger, udtraek: date | None) -> list[Kildetabel]:
    """Every table of every file, by table, udtræksdato and file. Nothing is written to any disk.

    Errors: `Brugerfejl` for the first file that cannot be read whole and understood.
    """
    opgave = make_opgave(indstillinger, udtraek)
    tabeller = [tabel for fil in laeste_filer(kilde) for tabel in read_fil(fil, opgave)]
    _check_udtraeksdatoer(tabeller)
    return sorted(tabeller, key=lambda tabel: (tabel.tabel, tabel.udtraeksdato or date.min, tabel.fil))


def make_opgave(indstillinger: Indstillinger, udtraek: date | None) -> Opgave:
    return Opgave(build_navne(indstillinger), udtraek, indstillinger.filer)


def read_fil(fil: Kildefil, opgave: Opgave, *, i_pakke: bool = False) -> list[Kildetabel]:
    """Every table of one file. Errors: `Brugerfejl` when it cannot be read whole and understood."""
    try:
        slags = find_slags(fil, graenser=opgave.filer)
        if i_pakke and slags in ("zip", "pakket"):
            raise Brugerfejl(tekster_filer.ZIP_I_ZIP.format(fil=fil.navn))
        return [note_lignende(tabel, opgave.navne) for tabel in LAESERE[slags](fil, opgave)]
    except OSError:
        raise Brugerfejl(tekster.FIL_ULAESELIG.format(fil=fil.navn)) from None


def find_slags(fil: Kildefil, *, graenser: Filer) -> str:
    """Which key of `LAESERE` the file is, by its first bytes and never by its name.

    Errors: `Brugerfejl` for a file of another kind. `OSError` passes through.
    """
    with fil.sti.open("rb") as aaben:
        forreste = aaben.read(FORRESTE)
    if forreste.startswith(ZIP):
        return "projektmappe" if is_projektmappe(fil, graenser=graenser) else "zip"
    if forreste.startswith(PAKKET):
        return "pakket"
    if forreste.startswith(OLE):
        return "gammel_projektmappe"
    tekst = _decode(forreste).lstrip("\ufeff \t\r\n")
    if not tekst:
        raise Brugerfejl(tekster.FIL_AFBRUDT.format(fil=fil.navn))
    if _MHTML.match(tekst) and _MHTML_INDHOLD.search(tekst):
        return "mhtml"
    if tekst.startswith("<"):
        return "excel_xml" if EXCEL_XML in tekst else "html" if _HTML.search(tekst) else "xml"
    if "\0" in tekst:
        raise Brugerfejl(tekster.FIL_UKENDT.format(fil=fil.navn))
    return "tekst"


def _read_pakke(fil: Kildefil, opgave: Opgave) -> list[Kildetabel]:
    medlemmer = unpack(fil, graenser=opgave.filer)
    return [tabel for medlem in medlemmer for tabel in read_fil(medlem, opgave, i_pakke=True)]


def _refuse_pakket(fil: Kildefil, opgave: Opgave) -> list[Kildetabel]:
    raise Brugerfejl(tekster_filer.FIL_PAKKET.format(fil=fil.navn))


# A reader of frames is loaded with the first file for it: Polars is a quarter of what a command loads.


def _read_projektmappe(fil: Kildefil, opgave: Opgave) -> list[Kildetabel]:
    from pipeline.readers.projektmappe import read_projektmappe

    return read_projektmappe(fil, opgave=opgave)


def _read_gammel_projektmappe(fil: Kildefil, opgave: Opgave) -> list[Kildetabel]:
    from pipeline.readers.projektmappe import read_gammel_projektmappe

    return read_gammel_projektmappe(fil, opgave=opgave)


def _read_excel_xml(fil: Kildefil, opgave: Opgave) -> list[Kildetabel]:
    from pipeline.readers.excel_xml import read_excel_xml

    return read_excel_xml(fil, opgave=opgave)


def _read_bw_rapport(fil: Kildefil, opgave: Opgave, *, er_mhtml: bool) -> list[Kildetabel]:
    from pipeline.readers.bw_rapport import read_bw_rapport

    return read_bw_rapport(fil, er_mhtml=er_mhtml, opgave=opgave)


def _read_zlpe(fil: Kildefil, opgave: Opgave) -> list[Kildetabel]:
    from pipeline.readers.zlpe import read_zlpe

    return read_zlpe(fil, opgave=opgave)


LAESERE: Mapping[str, Callable[[Kildefil, Opgave], list[Kildetabel]]] = {
    "projektmappe": _read_projektmappe,
    "gammel_projektmappe": _read_gammel_projektmappe,
    "excel_xml": _read_excel_xml,
    "mhtml": partial(_read_bw_rapport, er_mhtml=True),
    "html": partial(_read_bw_rapport, er_mhtml=False),
    "xml": _read_zlpe,
    "tekst": lambda fil, opgave: [read_text_tabel(fil, dialekter=TEKSTFORMER, opgave=opgave)],
    "zip": _read_pakke,
    "pakket": _refuse_pakket,
}


def _decode(forreste: bytes) -> str:
    kodning = find_utf16(forreste)
    return forreste[: len(forreste) // 2 * 2].decode(kodning or "utf-8", errors="replace")


def _check_udtraeksdatoer(tabeller: list[Kildetabel]) -> None:
    """Two lists of one table need dates to say which replaces which."""
    for navn in sorted({tabel.tabel for tabel in tabeller if tabel.udtraeksdato is None}):
        filer = [tabel.fil for tabel in tabeller if tabel.tabel == navn]
        if len(filer) > 1:
            raise Brugerfejl(
                tekster.UDTRAEKSDATO_FLERE.format(filer=", ".join(sorted(set(filer))), tabel=tekster.TABELNAVNE[navn])
            )
