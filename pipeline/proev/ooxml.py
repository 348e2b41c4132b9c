"""The parts of a docx or pptx saved by hand: its text, and whatever is neither text nor on the closed lists.

A paragraph is a place for people's own words. All else is on a list: elements, attributes and their values, namespaces,
kinds of parts. What the program itself wrote (`Kendt`) is known beside them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import normpath

from lxml import etree

from pipeline.proev.attributter import FORMER, is_plain
from pipeline.proev.lister import read_attributter, read_led, read_ord, read_vaerdier
from pipeline.proev.usynlig import find_outside, find_unseen
from pipeline.proev.zipfil import Fund
from pipeline.tekster import proev as tekster_proev

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML = "http://www.w3.org/XML/1998/namespace"
TEKSTLED = frozenset({"t"})
DIAGRAMTEKST = frozenset({"v"})
TALLED = re.compile(r"-?\d{1,9}(?:\.\d+)?")
FORMLER = re.compile(r"label \d{1,3}|categories|\d{1,3}|'?Sheet1'?!\$[A-Z]{1,2}\$\d{1,3}(?::\$[A-Z]{1,2}\$\d{1,3})?")
PROGRAM = re.compile(r"LibreOffice/[\d.]+\$\w+ LibreOffice_project/[0-9a-f$Build-]+")
TID = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ")
TEGN = re.compile(r"[;,.: \n|/-]{1,3}")
FORMATER = re.compile(r"General|[#,0.@%]{1,10}|\[\$-409\]mm/dd/yyyy|" + FORMER["format"].pattern)
EGENSKABER = frozenset(
    {"creator", "lastModifiedBy", "description", "keywords", "category", "subject", "identifier", "contentStatus"}
    | {"contentType", "version", "Manager", "Company", "HyperlinkBase"}
)
"""Properties that must be empty."""


@dataclass(frozen=True)
class Kendt:
    """What the program wrote itself: the parts as they are, its attributes by name and value, the texts in its charts
    and in the layouts its slides are made from, and the pictures that may be there.
    """

    dele: Mapping[str, bytes]
    attributter: frozenset[tuple[str, str]]
    diagramtekster: frozenset[str]
    pladsholdere: frozenset[str]
    billeder: frozenset[bytes]

    @cached_property
    def diagramtal(self) -> frozenset[float]:
        """LibreOffice writes a number with the decimals it has, Office with those it needs."""
        return frozenset(tal for tekst in self.diagramtekster if (tal := _number(tekst)) is not None)

    @cached_property
    def afsnit(self) -> frozenset[str]:
        """The paragraphs the program wrote."""
        dele = {
            navn: rod for navn, raa in self.dele.items() if navn.endswith(".xml") and (rod := parse(raa)) is not None
        }
        return frozenset(tekst for navn, rod in dele.items() for _, tekst in _paragraphs(navn, rod))


@dataclass(frozen=True)
class Pakke:
    """The file itself: the names of its parts, which a reference may lead to, and the titles a reader sees, which Word
    and PowerPoint list again among the properties.
    """

    dele: frozenset[str]
    titler: frozenset[str]


@dataclass
class Laest:
    """Paragraphs with the place each stands at, and findings."""

    afsnit: list[tuple[str, str]] = field(default_factory=list)
    fund: list[Fund] = field(default_factory=list)


def parse(raa: bytes) -> etree._Element | None:
    """None where it is not XML, or has declarations of its own."""
    try:
        rod = etree.fromstring(raa, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError:
        return None
    return None if rod.getroottree().docinfo.internalDTD is not None else rod


def know(dele: Mapping[str, bytes]) -> Kendt:
    attributter: set[tuple[str, str]] = set()
    diagram: set[str] = set()
    pladsholdere: set[str] = set()
    for navn, raa in dele.items():
        rod = parse(raa) if navn.endswith((".xml", ".rels")) else None
        if rod is None:
            continue
        for led in rod.iter(etree.Element):
            attributter.update((etree.QName(a).localname, str(v)) for a, v in led.attrib.items())
        if navn.startswith("ppt/charts/"):
            diagram.update(led.text or "" for led in rod.iter("{*}v"))
        if is_layout(navn):
            pladsholdere.update(led.text or "" for led in rod.iter("{*}t"))
    billeder = frozenset(raa for navn, raa in dele.items() if "/media/" in navn)
    return Kendt(dele, frozenset(attributter), frozenset(diagram), frozenset(pladsholdere), billeder)


def describe_pakke(dele: Mapping[str, bytes]) -> Pakke:
    steder = [navn for navn in dele if re.fullmatch(r"ppt/slides/slide\d+\.xml|docProps/core\.xml", navn)]
    roedder = {navn: rod for navn in steder if (rod := parse(dele[navn])) is not None}
    titler = {" ".join(tekst.split()) for navn, rod in roedder.items() for _, tekst in _paragraphs(navn, rod)}
    return Pakke(frozenset(dele), frozenset(titler))


def is_layout(navn: str) -> bool:
    return re.match(r"ppt/(slideLayouts|slideMasters|notesMasters)/", navn) is not None


def read_part(navn: str, raa: bytes, kendt: Kendt, pakke: Pakke) -> Laest:
    rod = parse(raa)
    laest = Laest()
    if rod is None:
        return Laest(fund=[Fund(navn, tekster_proev.FREMMED_XML)])
    if any(True for _ in (*rod.itersiblings(preceding=True), *rod.itersiblings())):
        laest.fund.append(Fund(navn, tekster_proev.FREMMED_XML))
    for nr, led in enumerate(_elements(rod, navn, laest)):
        laest.fund += _check_led(navn, led, kendt, pakke)
        laest.fund += _check_tekst(navn, led, kendt, pakke)
        if nr == 0 and navn == "docProps/custom.xml":
            laest.fund += _check_custom(rod)
    laest.afsnit += [
        (tekster_proev.STED_AFSNIT.format(del_=navn, nr=nr), tekst) for nr, tekst in _paragraphs(navn, rod)
    ]
    if navn.startswith(("ppt/slides/", "ppt/notesSlides/", "word/")):
        laest.fund += find_unseen(navn, rod)
    if navn.startswith("ppt/slides/"):
        laest.fund += find_outside(navn, rod, parse(kendt.dele.get("ppt/presentation.xml", b"")))
    return laest


def _elements(rod: etree._Element, navn: str, laest: Laest) -> Iterator[etree._Element]:
    """Comments and processing instructions are no part of a document."""
    for led in rod.iter():
        if isinstance(led.tag, str):
            yield led
        else:
            laest.fund.append(Fund(navn, tekster_proev.FREMMED_XML))


def _at(navn: str, led: etree._Element) -> str:
    return tekster_proev.STED_LED.format(del_=navn, led=etree.QName(led).localname)


def _check_led(navn: str, led: etree._Element, kendt: Kendt, pakke: Pakke) -> Iterator[Fund]:
    q = etree.QName(led)
    if q.localname not in read_led().get(q.namespace or "", frozenset()):
        yield Fund(_at(navn, led), tekster_proev.FREMMED_LED)
    if set(led.nsmap.values()) - read_ord()["navnerum"] or set(led.nsmap) - read_ord()["praefikser"] - {None}:
        yield Fund(_at(navn, led), tekster_proev.FREMMED_XML)
    if q.namespace == MC and q.localname == "AlternateContent" and any(e.text for e in led.iter("{*}t")):
        yield Fund(_at(navn, led), tekster_proev.USYNLIG_TEKST)
    for fuldt, raa in led.attrib.items():
        a, vaerdi = etree.QName(fuldt), str(raa)
        if a.namespace == XML and a.localname == "space" and vaerdi in ("preserve", "default"):
            continue
        if q.localname in ("Relationship", "Override") and a.localname in ("Target", "PartName"):
            yield from _check_henvisning(navn, vaerdi, pakke)
        elif a.localname == "TargetMode" and vaerdi != "Internal":
            yield Fund(navn, tekster_proev.FREMMED_HENVISNING)
        elif a.localname in ("Ignorable", "Requires"):
            if set(vaerdi.split()) - {prefix for prefix in led.nsmap if prefix}:
                yield Fund(_at(navn, led), tekster_proev.FREMMED_ATTRIBUT.format(navn=a.localname))
        elif a.localname not in read_attributter() or not is_plain(q.localname, a.localname, vaerdi, kendt.attributter):
            yield Fund(_at(navn, led), tekster_proev.FREMMED_ATTRIBUT.format(navn=a.localname))


def _check_henvisning(navn: str, maal: str, pakke: Pakke) -> Iterator[Fund]:
    """To another part of the file, seen from the part the relations belong to."""
    sti = PurePosixPath(navn)
    fra = sti.parent.parent if sti.suffix == ".rels" else PurePosixPath()
    fuld = maal.lstrip("/") if maal.startswith("/") else normpath(str(fra / maal))
    if fuld not in pakke.dele:
        yield Fund(navn, tekster_proev.FREMMED_HENVISNING)


def _check_tekst(navn: str, led: etree._Element, kendt: Kendt, pakke: Pakke) -> Iterator[Fund]:
    """Text stands in paragraphs; elsewhere only what programs write of themselves."""
    if led.tail and led.tail.strip():
        yield Fund(_at(navn, led), tekster_proev.FREMMED_TEKST)
    tekst = (led.text or "").strip()
    felt = etree.QName(led).localname
    if not tekst or (felt in TEKSTLED and not is_layout(navn)) or (felt == "title" and navn == "docProps/core.xml"):
        return
    if felt in EGENSKABER and navn.startswith("docProps/"):
        yield Fund(_at(navn, led), tekster_proev.EGENSKAB_UDFYLDT)
    elif felt in DIAGRAMTEKST and navn.startswith("ppt/charts/"):
        if tekst not in kendt.diagramtekster and _number(tekst) not in kendt.diagramtal:
            yield Fund(navn, tekster_proev.FREMMED_DIAGRAM)
    elif not _is_of_programs(felt, tekst, kendt, pakke):
        yield Fund(_at(navn, led), tekster_proev.FREMMED_TEKST)


def _number(tekst: str) -> float | None:
    return round(float(tekst), 6) if TALLED.fullmatch(tekst) else None


def _is_of_programs(felt: str, tekst: str, kendt: Kendt, pakke: Pakke) -> bool:
    ordene = read_ord()
    if felt == "t":
        return tekst in ordene["pladsholdere"] | kendt.pladsholdere or re.fullmatch(r"\d{1,3}", tekst) is not None
    if felt == "instrText":
        return tekst in ordene["felter"]
    moenster = {"f": FORMLER, "separator": TEGN, "formatCode": FORMATER, "created": TID, "modified": TID}.get(felt)
    if moenster is not None:
        return moenster.fullmatch(tekst) is not None
    if felt == "language":
        return re.fullmatch(r"[a-z]{2}-[A-Z]{2}", tekst) is not None
    if felt in ("lpstr", "lpwstr"):
        return tekst in ordene["egenskaber"] | ordene["skrifter"] or " ".join(tekst.split()) in pakke.titler
    kort = re.fullmatch(r"\d{1,5}(?:\.\d{4})?", tekst) is not None or felt == "posOffset"
    return (
        (kort and TALLED.fullmatch(tekst) is not None)
        or tekst in ordene["egenskaber"] | ordene["steder"] | read_vaerdier()
        or PROGRAM.fullmatch(tekst) is not None
    )


def _check_custom(rod: etree._Element) -> Iterator[Fund]:
    for led in rod.iter("{*}property"):
        if led.get("name") != "PresentationFormat":
            yield Fund(_at("docProps/custom.xml", led), tekster_proev.EGENSKAB_UDFYLDT)


def _paragraphs(navn: str, rod: etree._Element) -> Iterator[tuple[int, str]]:
    """The text of each paragraph, its runs put together; and the document's title."""
    if is_layout(navn):
        return
    if navn == "docProps/core.xml":
        yield from ((1, led.text or "") for led in rod.iter("{*}title"))
    er_kant = re.match(r"word/(?:header|footer)", navn) is not None
    for nr, afsnit in enumerate(rod.iter("{*}p"), start=1):
        yield nr, "".join(_letters(afsnit, med_sidetal=not er_kant))


def _letters(afsnit: etree._Element, *, med_sidetal: bool) -> Iterator[str]:
    """Text and what stands for a blank; a page number as it was last counted only where asked for."""
    i_felt = False
    for led in afsnit.iter("{*}t", "{*}tab", "{*}br", "{*}cr", "{*}noBreakHyphen", "{*}softHyphen", "{*}fldChar"):
        felt = etree.QName(led).localname
        if felt == "fldChar":
            i_felt = "separate" in [str(v) for v in led.attrib.values()]
        elif felt == "t":
            tekst = led.text or ""
            er_sidetal = i_felt or next(led.iterancestors("{*}fldSimple"), None) is not None
            yield "" if er_sidetal and not med_sidetal and re.fullmatch(r"\d{1,2}", tekst) else tekst
        else:
            yield {"noBreakHyphen": "-", "softHyphen": ""}.get(felt, " ")
