"""Everything a file says to somebody who looks for it: text in every corner, tables, and what is hidden."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

import fastexcel
import pypdfium2
from lxml import etree
from PIL import Image

from pipeline.tekster import proev as tekster_proev
from pipeline.tekster.dansk import decimaltal

Celle = str | float | None
KENDTE_DELE = frozenset({".xml", ".rels", ".png", ".jpeg", ".jpg", ".xlsx", ".bin", ".vml"})
TAL = re.compile(r"-?\d+(?:\.\d+)?")
EGENSKABER = ("creator", "lastModifiedBy", "description", "keywords", "category", "subject")


@dataclass
class Indhold:
    """What one file says. `tabeller`: the rows of each sheet; `skjult`: sentences about what should not be there."""

    tekster: list[str] = field(default_factory=list)
    tabeller: list[list[tuple[Celle, ...]]] = field(default_factory=list)
    skjult: list[str] = field(default_factory=list)

    def add(self, andet: "Indhold") -> None:
        self.tekster += andet.tekster
        self.tabeller += andet.tabeller
        self.skjult += andet.skjult


def read_mappe(mappe: Path, *, uden: str) -> dict[str, Indhold]:
    """By file name, all of them but those in the folder `uden`."""
    filer = sorted(fil for fil in mappe.rglob("*") if fil.is_file())
    navne = {str(fil.relative_to(mappe)): fil for fil in filer}
    return {
        navn: read_fil(navn, fil.read_bytes()) for navn, fil in navne.items() if PurePosixPath(navn).parts[0] != uden
    }


def read_fil(navn: str, raa: bytes) -> Indhold:
    """A file that cannot be read is hidden from the proof, and said so."""
    laeser = LAESERE.get(PurePosixPath(navn).suffix.lower())
    if laeser is None:
        return Indhold(skjult=[tekster_proev.UKENDT_FIL])
    try:
        return laeser(raa)
    except (
        BadZipFile,
        pypdfium2.PdfiumError,
        fastexcel.FastExcelError,
        etree.XMLSyntaxError,
        OSError,
        ValueError,
        KeyError,
    ):
        return Indhold(skjult=[tekster_proev.KAN_IKKE_LAESES])


def _read_xlsx(raa: bytes) -> Indhold:
    indhold = _read_zip(raa)
    bog = fastexcel.read_excel(raa)
    for navn in bog.sheet_names:
        ark = bog.load_sheet(navn, header_row=None, dtypes="string").to_polars()
        raekker = [tuple(_plain(celle) for celle in raekke) for raekke in ark.iter_rows()]
        indhold.tabeller.append(raekker)
        indhold.tekster += ["  ".join(_say(celle) for celle in raekke if celle is not None) for raekke in raekker]
    return indhold


def _plain(celle: str | None) -> Celle:
    return float(celle) if celle is not None and TAL.fullmatch(celle) else celle


def _say(celle: Celle) -> str:
    """A number as it would be read, every decimal it has."""
    return celle if isinstance(celle, str) else decimaltal(celle or 0, max(1, len(str(celle).partition(".")[2])))


def _read_zip(raa: bytes) -> Indhold:
    """Every part of an Office file: text, attributes that are read aloud, embedded workbooks, and the corners."""
    indhold = Indhold()
    with ZipFile(BytesIO(raa)) as pakke:
        if pakke.comment:
            indhold.skjult.append(tekster_proev.SKJULT_TEKST)
        for navn in pakke.namelist():
            ende = f".{navn.rpartition('.')[2].lower()}"
            if ende == ".xlsx":
                indhold.add(_read_xlsx(pakke.read(navn)))
            elif ende == ".png":
                indhold.add(_read_png(pakke.read(navn)))
            elif ende in (".xml", ".rels"):
                indhold.add(_read_part(navn, pakke.read(navn)))
            elif ende not in KENDTE_DELE and not navn.endswith("/"):
                indhold.skjult.append(tekster_proev.UKENDT_DEL)
    return indhold


def _read_part(navn: str, raa: bytes) -> Indhold:
    rod = etree.fromstring(raa, etree.XMLParser(resolve_entities=False, no_network=True))
    indhold = Indhold()
    if navn.startswith("docProps/"):
        for led in rod.iter():
            felt = etree.QName(led).localname if isinstance(led.tag, str) else ""
            if felt in EGENSKABER and (led.text or "").strip():
                indhold.skjult.append(tekster_proev.EGENSKAB.format(felt=felt))
    for led in rod.iter():
        if not isinstance(led.tag, str):
            indhold.skjult.append(tekster_proev.SKJULT_TEKST)
            continue
        felt = etree.QName(led).localname
        if felt in ("vanish", "comment", "ins", "del") or (felt == "sld" and led.get("show") == "0"):
            indhold.skjult.append(tekster_proev.SKJULT_TEKST)
        if felt == "sheet" and led.get("state", "visible") != "visible":
            indhold.skjult.append(tekster_proev.SKJULT_ARK)
        if felt in ("row", "col") and led.get("hidden") in ("1", "true"):
            indhold.skjult.append(tekster_proev.SKJULT_RAEKKE)
        if felt == "p":
            indhold.tekster.append("".join(led.itertext()))
        elif felt == "numCache":
            indhold.tekster += [_say(float(tal)) for tal in led.itertext() if _is_number(tal)]
        elif led.text and led.text.strip() and felt not in ("t", "v", "f", "r"):
            indhold.tekster.append(led.text)
        indhold.tekster += [led.get(navn, "") for navn in ("descr", "title") if led.get(navn)]
    return indhold


def _is_number(tekst: str) -> bool:
    """Not the format of one, which stands beside it."""
    return tekst.strip().lstrip("-").replace(".", "", 1).isdigit()


def _read_svg(raa: bytes) -> Indhold:
    rod = etree.fromstring(raa, etree.XMLParser(resolve_entities=False, no_network=True))
    indhold = Indhold()
    for led in rod.iter():
        if not isinstance(led.tag, str):
            indhold.skjult.append(tekster_proev.SKJULT_TEKST)
            continue
        if etree.QName(led).localname in ("title", "desc", "metadata", "script", "foreignObject"):
            indhold.skjult.append(tekster_proev.SKJULT_TEKST)
        indhold.tekster += [tekst for tekst in (led.text, led.get("aria-label")) if tekst]
    return indhold


def _read_pdf(raa: bytes) -> Indhold:
    pdf = pypdfium2.PdfDocument(raa)
    try:
        indhold = Indhold(tekster=[side.get_textpage().get_text_range().replace("\r\n", "\n") for side in pdf])
        oplysninger = pdf.get_metadata_dict()
        if pdf.count_attachments() or oplysninger.get("Author"):
            indhold.skjult.append(tekster_proev.SKJULT_TEKST)
    finally:
        pdf.close()
    return Indhold([*indhold.tekster, *oplysninger.values()], [], indhold.skjult)


def _read_png(raa: bytes) -> Indhold:
    billede = Image.open(BytesIO(raa))
    tekst = [f"{navn} {vaerdi}" for navn, vaerdi in billede.info.items() if isinstance(vaerdi, str)]
    return Indhold(skjult=[tekster_proev.SKJULT_TEKST] if tekst else [])


def _read_text(raa: bytes) -> Indhold:
    return Indhold(tekster=raa.decode("utf-8-sig").splitlines())


LAESERE: Mapping[str, Callable[[bytes], Indhold]] = {
    ".xlsx": _read_xlsx,
    ".docx": _read_zip,
    ".pptx": _read_zip,
    ".svg": _read_svg,
    ".pdf": _read_pdf,
    ".png": _read_png,
    ".md": _read_text,
    ".txt": _read_text,
}
