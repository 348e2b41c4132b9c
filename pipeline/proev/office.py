"""A Word document or a PowerPoint that hr has edited: what the program wrote, people's own words, and nothing else."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from pipeline.proev import docx, pptx
from pipeline.proev.attributter import is_plain
from pipeline.proev.ooxml import Kendt, Laest, describe_pakke, know, parse, read_part
from pipeline.proev.zipfil import Fund, Ulaeselig, read_zip
from pipeline.tekster import proev as tekster_proev

DELE: Mapping[str, re.Pattern[str]] = {".docx": docx.DELE, ".pptx": pptx.DELE}
"""The files that are for editing, and the parts they may have."""


def read_kendt(forventet: bytes, skabelon: bytes | None = None) -> Kendt:
    """`forventet` is the program's own file; `skabelon` the one it makes of hr's template, whose pictures, styles,
    names of them and words in layouts are hers to choose.
    """
    dele, _ = read_zip(forventet)
    egne = know(dele)
    if skabelon is None:
        return egne
    andre = know(read_zip(skabelon)[0])
    return replace(
        egne,
        attributter=egne.attributter | andre.attributter,
        pladsholdere=egne.pladsholdere | andre.pladsholdere,
        billeder=egne.billeder | andre.billeder,
    )


def read_skabelonord(forventet: bytes, skabelon: bytes) -> list[str]:
    """What hr's template says in attributes, and in the layouts of slides, that the house's does not."""
    egne, andre = read_kendt(forventet), read_kendt(skabelon)
    egne_dele = frozenset(egne.dele.values())
    ordene = {
        str(vaerdi)
        for raa in andre.dele.values()
        if raa not in egne_dele and (rod := parse(raa)) is not None
        for led in rod.iter(etree.Element)
        for navn, vaerdi in led.attrib.items()
        if not is_plain(etree.QName(led).localname, etree.QName(navn).localname, str(vaerdi), egne.attributter)
    }
    return sorted(ordene | (andre.pladsholdere - egne.pladsholdere))


def read_office(slags: str, raa: bytes, kendt: Kendt) -> Laest:
    """The paragraphs that are not the program's own, and what must not be there. `slags`: .docx or .pptx."""
    try:
        dele, fund = read_zip(raa)
    except Ulaeselig:
        return Laest(fund=[Fund("", tekster_proev.IKKE_OFFICE)])
    laest = Laest(fund=list(fund))
    pakke = describe_pakke(dele)
    for navn, indhold in dele.items():
        if kendt.dele.get(navn) == indhold:
            continue
        if not DELE[slags].fullmatch(navn):
            laest.fund.append(Fund(navn, tekster_proev.FREMMED_DEL))
        elif "/media/" in navn:
            laest.fund += [Fund(navn, tekster_proev.FREMMED_BILLEDE)] * (indhold not in kendt.billeder)
        elif navn.endswith(".xlsx"):
            laest.fund += _check_regneark(navn, indhold, kendt)
        else:
            egne = read_part(navn, indhold, kendt, pakke)
            laest.fund += egne.fund
            laest.afsnit += [(sted, tekst) for sted, tekst in egne.afsnit if tekst not in kendt.afsnit]
    laest.fund += [Fund(navn, tekster_proev.FREMMED_HENVISNING) for navn in _types_without_part(dele)]
    return laest


def _check_regneark(navn: str, indhold: bytes, kendt: Kendt) -> Iterator[Fund]:
    """The workbook behind a chart is one of the program's."""
    if indhold not in {raa for egen, raa in kendt.dele.items() if egen.endswith(".xlsx")}:
        yield Fund(navn, tekster_proev.FREMMEDE_REGNEARK)


def _types_without_part(dele: Mapping[str, bytes]) -> Iterator[str]:
    """A part is of a kind the package says, by its name or its ending."""
    rod = parse(dele.get("[Content_Types].xml", b""))
    if rod is None:
        yield "[Content_Types].xml"
        return
    endelser = {led.get("Extension") for led in rod.iter("{*}Default")}
    navne = {(led.get("PartName") or "").lstrip("/") for led in rod.iter("{*}Override")}
    yield from (navn for navn in dele if navn not in navne and navn.rpartition(".")[2] not in endelser)
