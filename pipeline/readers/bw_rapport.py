"""Shape C: a BW report, always `YKMD_STD.xls`: an HTML page, alone or wrapped as MHTML."""

import email
import re
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.readers.brede_overskrifter import spread_overskrift
from pipeline.readers.filer import Kildefil
from pipeline.readers.gentagne_noegler import fill_gentagne
from pipeline.readers.html_tabeller import LAENGSTE_MAERKE, ForLangtMaerke, ForSpredt, Htmltabel, read_html
from pipeline.readers.model import Kildetabel
from pipeline.readers.naermest import describe_naermest
from pipeline.readers.opgave import Opgave
from pipeline.readers.overskrift import PROEVELINJER, SOEGES_I, Overskrift, check_overskrift, find_overskrift
from pipeline.readers.ramme import build_kildetabel
from pipeline.readers.tabeller import LOES, UDELADT, Navne
from pipeline.readers.titelblok import read_titelblok
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer

INGEN_DATA = "ingen data fundet til visning"

_TABEL_START, _TABEL_SLUT = re.compile(rb"<table[\s>]", re.IGNORECASE), re.compile(rb"</table\s*>", re.IGNORECASE)
_HTML_START, _HTML_SLUT = re.compile(rb"<html[\s>]", re.IGNORECASE), re.compile(rb"</html\s*>", re.IGNORECASE)

Fundet = tuple[Overskrift, Htmltabel]


def read_bw_rapport(fil: Kildefil, *, er_mhtml: bool, opgave: Opgave) -> list[Kildetabel]:
    """Grain: at most one table; none when the report says that it is empty and shows no header.

    `linje` counts the rows of the HTML table that holds the data.
    """
    sider = [_as_utf8(side) for side in (_html_parts(fil) if er_mhtml else [fil.sti.read_bytes()])]
    for side in sider:
        _check_whole(side, fil=fil.navn)
    tabeller, loes_tekst = _read_sider(sider, fil=fil.navn)
    er_tom = _says_ingen_data(tabeller, loes_tekst)
    fundet = _find_data(tabeller, opgave.navne)
    if er_tom and (fundet is None or fundet[0].mangler):
        return []
    if fundet is None:
        foerste = [par for tabel in tabeller for par in enumerate(tabel.raekker[:SOEGES_I], start=1)]
        raise Brugerfejl(tekster.FIL_UKENDT.format(fil=fil.navn) + describe_naermest(foerste, opgave.navne))
    data = fundet[1]
    bred = spread_overskrift(fundet[0], data.brede.get(fundet[0].raekke, ()), opgave.navne)
    raekker = data.raekker[bred.raekke + 1 :][:PROEVELINJER]
    overskrift = check_overskrift(bred, fil=fil.navn, navne=opgave.navne, raekker=raekker)
    andre = [raekke for tabel in tabeller if tabel is not data for raekke in tabel.raekker]
    titel = read_titelblok(
        [*data.raekker[: overskrift.raekke], *andre, *([linje] for linje in loes_tekst)], fil=fil.navn
    )
    return [
        build_kildetabel(
            _build_ramme(data, overskrift), fil=fil.navn, form="C", overskrift=overskrift, titel=titel, opgave=opgave
        )
    ]


def _read_sider(sider: list[bytes], *, fil: str) -> tuple[list[Htmltabel], list[str]]:
    try:
        return read_html(sider)
    except ForSpredt:
        raise Brugerfejl(tekster_filer.FIL_UDSPAENDT.format(fil=fil)) from None
    except ForLangtMaerke:
        raise Brugerfejl(tekster_filer.FIL_MAERKE.format(fil=fil, megabyte=LAENGSTE_MAERKE >> 20)) from None


def _html_parts(fil: Kildefil) -> Iterator[bytes]:
    try:
        with fil.sti.open("rb") as aaben:
            pakke = email.message_from_binary_file(aaben)
    except RecursionError:  # parts inside parts without end
        raise Brugerfejl(tekster.FIL_ULAESELIG.format(fil=fil.navn)) from None
    if any(isinstance(fejl, CloseBoundaryNotFoundDefect) for del_ in pakke.walk() for fejl in del_.defects):
        raise Brugerfejl(tekster.FIL_AFBRUDT.format(fil=fil.navn))
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
    """Columns with neither heading nor cells are those a wide title spans."""
    raekker = [
        (linje, raekke)
        for linje, raekke in enumerate(data.raekker[overskrift.raekke + 1 :], start=overskrift.raekke + 2)
        if any(raekke) and not any(INGEN_DATA in celle.lower() for celle in raekke)
    ]
    bredde = max(map(len, data.raekker))
    navne = [*overskrift.kolonner, *(f"{LOES}{nummer}" for nummer in range(len(overskrift.kolonner) + 1, bredde + 1))]
    brugte = {plads for plads, tekst in enumerate(overskrift.overskrifter) if tekst}
    brugte.update(plads for _, raekke in raekker for plads, celle in enumerate(raekke) if celle)
    kolonner = {"linje": [linje for linje, _ in raekker]} | {
        navn: [(celler[plads] if plads < len(celler) else "") or None for _, celler in raekker]
        for plads, navn in enumerate(navne)
        if plads in brugte and not navn.startswith(UDELADT)
    }
    ramme = pl.DataFrame(kolonner, schema={"linje": pl.Int64} | dict.fromkeys(list(kolonner)[1:], pl.String))
    return fill_gentagne(ramme, overskrift.tabel)
