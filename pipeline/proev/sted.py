"""Where a file begins to differ from the one the program writes, in the words of its format."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from pathlib import PurePosixPath

from lxml import etree

from pipeline.proev.ooxml import parse
from pipeline.proev.zipfil import Ulaeselig, read_zip
from pipeline.tekster import proev as tekster_proev

PNG = b"\x89PNG\r\n\x1a\n"
OBJEKT = re.compile(rb"(\d+) \d+ obj\b")


def find_sted(navn: str, raa: bytes, forventet: bytes) -> str:
    """`raa` and `forventet` differ."""
    finder = FINDERE.get(PurePosixPath(navn).suffix, _find_byte)
    return finder(raa, forventet)


def first_difference(raa: bytes, forventet: bytes) -> int:
    return next(
        (nr for nr, (a, b) in enumerate(zip(raa, forventet, strict=False)) if a != b), min(len(raa), len(forventet))
    )


def _find_byte(raa: bytes, forventet: bytes) -> str:
    return _after(raa, forventet) or tekster_proev.STED_BYTE.format(nr=first_difference(raa, forventet))


def _after(raa: bytes, forventet: bytes) -> str:
    return tekster_proev.STED_EFTER if raa.startswith(forventet) else ""


def _find_linje(raa: bytes, forventet: bytes) -> str:
    return tekster_proev.STED_LINJE.format(nr=raa[: first_difference(raa, forventet)].count(b"\n") + 1)


def _find_png(raa: bytes, forventet: bytes) -> str:
    for egen, anden in zip_longest(_chunks(raa), _chunks(forventet)):
        if egen != anden:
            blok = (egen or anden)[0]
            return tekster_proev.STED_PNG.format(navn=blok) if blok else tekster_proev.STED_EFTER
    return _find_byte(raa, forventet)


def _chunks(raa: bytes) -> Iterator[tuple[str, bytes]]:
    """Kind and bytes; what follows the end has no kind."""
    plads, navn = len(PNG), ""
    while plads + 12 <= len(raa) and navn != "IEND":
        slut = plads + 12 + int.from_bytes(raa[plads : plads + 4], "big")
        navn = raa[plads + 4 : plads + 8].decode("latin-1")
        yield navn if navn.isalpha() else "?", raa[plads:slut]
        plads = slut
    if plads < len(raa):
        yield "", raa[plads:]


def _find_pdf(raa: bytes, forventet: bytes) -> str:
    if efter := _after(raa, forventet):
        return efter
    foer = OBJEKT.findall(raa[: first_difference(raa, forventet) + 16])
    return tekster_proev.STED_PDF.format(nr=foer[-1].decode()) if foer else _find_byte(raa, forventet)


def _find_xml(raa: bytes, forventet: bytes, del_: str = "") -> str:
    egne, andre = parse(raa), parse(forventet)
    if egne is None or andre is None:
        return del_ or _find_byte(raa, forventet)
    for a, b in zip_longest(egne.iter(), andre.iter()):
        if a is None or b is None or (a.tag, a.text, a.tail, dict(a.attrib)) != (b.tag, b.text, b.tail, dict(b.attrib)):
            led = a if a is not None else b
            navn = etree.QName(led).localname if isinstance(led.tag, str) else "!--"
            celle = f" {led.get('r')}" if navn in ("c", "row") and led.get("r") else ""
            linje = tekster_proev.STED_LINJE.format(nr=led.sourceline)
            return tekster_proev.STED_LED.format(del_=del_ or linje, led=navn + celle)
    return del_ or _find_byte(raa, forventet)


def _find_zip(raa: bytes, forventet: bytes) -> str:
    try:
        egne, fund = read_zip(raa)
        andre, _ = read_zip(forventet)
    except Ulaeselig:
        return _find_byte(raa, forventet)
    if fund:
        return fund[0].sted
    for navn in sorted(egne.keys() ^ andre.keys()):
        return navn
    for navn in egne:
        if egne[navn] != andre[navn]:
            return _find_xml(egne[navn], andre[navn], navn)
    return tekster_proev.STED_ZIP


Finder = Callable[[bytes, bytes], str]
FINDERE: Mapping[str, Finder] = {
    ".png": _find_png,
    ".svg": _find_xml,
    ".pdf": _find_pdf,
    ".md": _find_linje,
    ".xlsx": _find_zip,
    ".docx": _find_zip,
    ".pptx": _find_zip,
}
