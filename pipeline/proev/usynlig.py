"""What is in a document and cannot be seen: in the colour of the paper, too small, hidden, or beside the slide."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.proev.zipfil import Fund
from pipeline.tekster import proev as tekster_proev

TEGN_LYST = 0xE0
MINDSTE_HALVPUNKTER, MINDSTE_HUNDREDEDELE = 10, 500
"""The smallest letters that are read: five points, as Word (half points) and PowerPoint (hundredths) count."""
LYSE_FARVER = frozenset({"background1", "light1", "bg1", "lt1"})


def find_unseen(navn: str, rod: etree._Element) -> Iterator[Fund]:
    """Text in the colour of the paper, or too small to read; a hidden slide or shape."""
    if etree.QName(rod).localname == "sld" and rod.get("show") in ("0", "false"):
        yield Fund(navn, tekster_proev.SKJULT_SIDE)
    for led in rod.iter("{*}color", "{*}sz", "{*}szCs", "{*}rPr", "{*}cNvPr", "{*}docPr", "{*}position", "{*}w"):
        felt = etree.QName(led).localname
        egne = {etree.QName(a).localname: str(v) for a, v in led.attrib.items()}
        if _is_unseen(felt, led, egne) and not _is_of_table(led):
            yield Fund(tekster_proev.STED_LED.format(del_=navn, led=felt), tekster_proev.USYNLIG_TEKST)


def find_outside(navn: str, rod: etree._Element, fremvisning: etree._Element | None) -> Iterator[Fund]:
    """A shape beside the slide, whose size `fremvisning` says."""
    maal = None if fremvisning is None else fremvisning.find("{*}sldSz")
    if maal is None:
        return
    for sted in rod.iter("{*}xfrm"):
        fra, str_ = sted.find("{*}off"), sted.find("{*}ext")
        if fra is None or str_ is None:
            continue
        for akse, laengde in (("x", "cx"), ("y", "cy")):
            start, slut = _whole(fra.get(akse)), _whole(fra.get(akse)) + _whole(str_.get(laengde))
            if start >= _whole(maal.get(laengde)) or (slut <= 0 and start < 0):
                yield Fund(navn, tekster_proev.UDEN_FOR_SIDEN)


def _whole(tal: str | None) -> int:
    return int(tal) if tal is not None and re.fullmatch(r"-?\d{1,9}", tal) else 0


def _is_unseen(felt: str, led: etree._Element, egne: Mapping[str, str]) -> bool:
    if felt in ("cNvPr", "docPr"):
        return egne.get("hidden") in ("1", "true")
    if felt == "color":
        return _is_light(egne.get("val", "")) or egne.get("themeColor") in LYSE_FARVER
    if felt == "sz":
        return _below(egne.get("val"), MINDSTE_HALVPUNKTER)
    if felt == "rPr":
        fyld = list(led.iterfind("./{*}solidFill/*"))
        lys = any(_is_light(str(f.get("val", ""))) or f.get("val") in LYSE_FARVER for f in fyld)
        return lys or _below(egne.get("sz"), MINDSTE_HUNDREDEDELE)
    return felt == "w" and _below(egne.get("val"), 10)


def _is_light(farve: str) -> bool:
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", farve):
        return False
    return all(int(farve[nr : nr + 2], 16) >= TEGN_LYST for nr in (0, 2, 4))


def _below(tal: str | None, graense: int) -> bool:
    return tal is not None and tal.isdigit() and int(tal) < graense


def _is_of_table(led: etree._Element) -> bool:
    """White letters in a dark cell, or in a table style's headings: a style is not a text."""
    for over in led.iterancestors("{*}tc", "{*}style"):
        if etree.QName(over).localname == "tc":
            fyld = [str(f.get("val", "")) for f in over.iterfind("./{*}tcPr/{*}solidFill/{*}srgbClr")]
            return bool(fyld) and not any(_is_light(farve) for farve in fyld)
        return any(str(v) == "table" for v in over.attrib.values())
    return False
