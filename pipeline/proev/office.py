"""A Word document or a PowerPoint that hr has edited: what the program wrote, people's own words, and nothing else."""

import re
from collections.abc import Iterator, Mapping

from pipeline import tekster_proev as ord_
from pipeline.proev import docx, pptx
from pipeline.proev.ooxml import Kendt, Laest, know, parse, read_part
from pipeline.proev.zipfil import Fund, Ulaeselig, read_zip

DELE: Mapping[str, re.Pattern[str]] = {".docx": docx.DELE, ".pptx": pptx.DELE}
"""The files that are for editing, and the parts they may have."""


def read_kendt(forventet: bytes, billeder: frozenset[bytes]) -> Kendt:
    """`forventet` is the program's own file; `billeder` the pictures there may be besides its own."""
    dele, _ = read_zip(forventet)
    egne = frozenset(raa for navn, raa in dele.items() if "/media/" in navn)
    return know(dele, egne | billeder)


def read_office(slags: str, raa: bytes, kendt: Kendt) -> Laest:
    """The paragraphs that are not the program's own, and what must not be there. `slags`: .docx or .pptx."""
    try:
        dele, fund = read_zip(raa)
    except Ulaeselig:
        return Laest(fund=[Fund("", ord_.IKKE_OFFICE)])
    laest = Laest(fund=list(fund))
    alle = frozenset(dele)
    kendte_afsnit = {tekst for _, tekst in _known_paragraphs(kendt)}
    for navn, indhold in dele.items():
        if kendt.dele.get(navn) == indhold:
            continue
        if not DELE[slags].fullmatch(navn):
            laest.fund.append(Fund(navn, ord_.FREMMED_DEL))
        elif navn.endswith(".png"):
            laest.fund += [Fund(navn, ord_.FREMMED_BILLEDE)] * (indhold not in kendt.billeder)
        elif navn.endswith(".xlsx"):
            laest.fund += _check_regneark(navn, indhold, kendt)
        else:
            egne = read_part(navn, indhold, kendt, alle)
            laest.fund += egne.fund
            laest.afsnit += [(sted, tekst) for sted, tekst in egne.afsnit if tekst not in kendte_afsnit]
    laest.fund += [Fund(navn, ord_.FREMMED_HENVISNING) for navn in _types_without_part(dele, alle)]
    return laest


def _known_paragraphs(kendt: Kendt) -> Iterator[tuple[str, str]]:
    for navn, raa in kendt.dele.items():
        if navn.endswith(".xml") and parse(raa) is not None:
            yield from read_part(navn, raa, kendt, frozenset(kendt.dele)).afsnit


def _check_regneark(navn: str, indhold: bytes, kendt: Kendt) -> Iterator[Fund]:
    """The workbook behind a chart is one of the program's."""
    if indhold not in {raa for egen, raa in kendt.dele.items() if egen.endswith(".xlsx")}:
        yield Fund(navn, ord_.FREMMEDE_REGNEARK)


def _types_without_part(dele: Mapping[str, bytes], alle: frozenset[str]) -> Iterator[str]:
    """A part is of a kind the package says, by its name or its ending."""
    rod = parse(dele.get("[Content_Types].xml", b""))
    if rod is None:
        yield "[Content_Types].xml"
        return
    endelser = {led.get("Extension") for led in rod.iter("{*}Default")}
    navne = {(led.get("PartName") or "").lstrip("/") for led in rod.iter("{*}Override")}
    yield from (navn for navn in alle if navn not in navne and navn.rpartition(".")[2] not in endelser)
