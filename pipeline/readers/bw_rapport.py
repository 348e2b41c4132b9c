"""Shape C: a BW report, always `YKMD_STD.xls`: an HTML page, alone or wrapped as MHTML."""

import email
import re
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from pathlib import Path

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.readers.html_tabeller import Htmltabel, read_html
from pipeline.readers.model import Kildetabel
from pipeline.readers.opgave import Opgave
from pipeline.readers.overskrift import Overskrift, check_overskrift, find_overskrift
from pipeline.readers.ramme import build_kildetabel
from pipeline.readers.tabeller import DATOKOLONNER, TALKOLONNER, UDELADT, Navne, is_totalcelle
from pipeline.readers.titelblok import read_titelblok
from pipeline.tekster import faelles as tekster

INGEN_DATA = "ingen data fundet til visning"

_TABEL_START, _TABEL_SLUT = re.compile(rb"<table[\s>]", re.IGNORECASE), re.compile(rb"</table\s*>", re.IGNORECASE)
_HTML_START, _HTML_SLUT = re.compile(rb"<html[\s>]", re.IGNORECASE), re.compile(rb"</html\s*>", re.IGNORECASE)

Fundet = tuple[Overskrift, Htmltabel]


def read_bw_rapport(fil: Path, *, er_mhtml: bool, opgave: Opgave) -> list[Kildetabel]:
    """Grain: at most one table; none when the report says that it is empty and shows no header.

    `linje` counts the rows of the HTML table that holds the data.
    """
    sider = [_as_utf8(side) for side in (_html_parts(fil) if er_mhtml else [fil.read_bytes()])]
    for side in sider:
        _check_whole(side, fil=fil.name)
    tabeller, loes_tekst = read_html(sider)
    er_tom = _says_ingen_data(tabeller, loes_tekst)
    fundet = _find_data(tabeller, opgave.navne)
    if er_tom and (fundet is None or fundet[0].mangler):
        return []
    if fundet is None:
        raise Brugerfejl(tekster.FIL_UKENDT.format(fil=fil.name))
    overskrift = check_overskrift(fundet[0], fil=fil.name, navne=opgave.navne)
    data = fundet[1]
    andre = [raekke for tabel in tabeller if tabel is not data for raekke in tabel.raekker]
    titel = read_titelblok(
        [*data.raekker[: overskrift.raekke], *andre, *([linje] for linje in loes_tekst)], fil=fil.name
    )
    return [
        build_kildetabel(
            _build_ramme(data, overskrift), fil=fil.name, form="C", overskrift=overskrift, titel=titel, opgave=opgave
        )
    ]


def _html_parts(fil: Path) -> Iterator[bytes]:
    with fil.open("rb") as aaben:
        pakke = email.message_from_binary_file(aaben)
    if any(isinstance(fejl, CloseBoundaryNotFoundDefect) for del_ in pakke.walk() for fejl in del_.defects):
        raise Brugerfejl(tekster.FIL_AFBRUDT.format(fil=fil.name))
    for del_ in pakke.walk():
        if del_.get_content_type() == "text/html":
            yield _payload(del_)


def _payload(del_: Message) -> bytes:
    indhold = del_.get_payload(decode=True)
    return indhold if isinstance(indhold, bytes) else b""


def _as_utf8(side: bytes) -> bytes:
    for kodning in ("utf-16",) if side[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return side.decode(kodning).encode()
        except UnicodeDecodeError:
            continue
    return side


def _check_whole(side: bytes, *, fil: str) -> None:
    aaben_tabel = len(_TABEL_START.findall(side)) > len(_TABEL_SLUT.findall(side))
    if aaben_tabel or (_HTML_START.search(side) and not _HTML_SLUT.search(side)):
        raise Brugerfejl(tekster.FIL_AFBRUDT.format(fil=fil))


def _says_ingen_data(tabeller: list[Htmltabel], loes_tekst: list[str]) -> bool:
    return any(INGEN_DATA in linje.lower() for linje in loes_tekst) or any(
        INGEN_DATA in celle.lower() for tabel in tabeller for raekke in tabel.raekker for celle in raekke
    )


def _find_data(tabeller: list[Htmltabel], navne: Navne) -> Fundet | None:
    """The largest table that is whole, else the largest that nearly is."""
    fund = [(overskrift, tabel) for tabel in tabeller if (overskrift := find_overskrift(tabel.raekker, navne))]
    return max(fund, key=lambda par: (not par[0].mangler, par[1].antal_celler), default=None)


def _build_ramme(data: Htmltabel, overskrift: Overskrift) -> pl.DataFrame:
    bredde = max(map(len, data.raekker))
    navne = [*overskrift.kolonner, *(f"oevrig_{nummer}" for nummer in range(len(overskrift.kolonner) + 1, bredde + 1))]
    raekker = [
        (linje, _pad(raekke, bredde))
        for linje, raekke in enumerate(data.raekker[overskrift.raekke + 1 :], start=overskrift.raekke + 2)
        if any(raekke) and not any(INGEN_DATA in celle.lower() for celle in raekke)
    ]
    if overskrift.tabel != "adgang":  # nobody gets a right from the line above
        _fill_gentagne(raekker, navne)
    kolonner = {"linje": [linje for linje, _ in raekker]} | {
        navn: [celler[plads] or None for _, celler in raekker]
        for plads, navn in enumerate(navne)
        if not navn.startswith(UDELADT)
    }
    return pl.DataFrame(kolonner, schema={"linje": pl.Int64} | dict.fromkeys(list(kolonner)[1:], pl.String))


def _pad(raekke: list[str], bredde: int) -> list[str]:
    return raekke + [""] * (bredde - len(raekke))


def _fill_gentagne(raekker: list[tuple[int, list[str]]], navne: list[str]) -> None:
    """A key printed once: blank text cells at a row's start, and a blank employee number, mean those above."""
    datopladser = [plads for plads, navn in enumerate(navne) if navn in DATOKOLONNER]
    nummerpladser = [plads for plads, navn in enumerate(navne) if navn == "medarbejdernr"]
    if nummerpladser and not datopladser:
        return  # neither number nor dates is a total row
    noeglepladser = _leading_keys(navne)
    forrige: list[str] | None = None
    for _, celler in raekker:
        if any(map(is_totalcelle, celler)) or (datopladser and not any(celler[plads] for plads in datopladser)):
            continue
        if forrige is not None:
            _fill(celler, forrige, noeglepladser)
            for plads in nummerpladser:
                celler[plads] = celler[plads] or forrige[plads]
        forrige = celler


def _leading_keys(navne: list[str]) -> list[int]:
    """The places of the text columns before the first date or amount."""
    stop = next((nr for nr, navn in enumerate(navne) if navn in DATOKOLONNER | TALKOLONNER | {"aar"}), len(navne))
    return list(range(stop))


def _fill(celler: list[str], forrige: list[str], pladser: list[int]) -> None:
    for plads in pladser:
        if celler[plads]:
            return
        celler[plads] = forrige[plads]
