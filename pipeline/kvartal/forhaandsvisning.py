"""The quarter's files to look at: bilag page by page as they are, case and slides by their words and figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pipeline.status.pakke import Proevet
from pipeline.tekster import faelles as tekster
from pipeline.tekster import kvartal as tekster_kvartal
from pipeline.tekster.dansk import decimaltal, heltal

SKALA = 1.3  # 72 points are 94 dots: an A4 page is 770 wide


@dataclass(frozen=True)
class Afsnit:
    """A paragraph of the case, or a picture in it (PNG) with what it shows. `niveau`: of a heading, 0 for none."""

    tekst: str
    niveau: int = 0
    png: bytes | None = None


@dataclass(frozen=True)
class Sidebillede:
    """One page (PNG), and what it is called."""

    navn: str
    png: bytes


@dataclass(frozen=True)
class Slide:
    """`tal`: what its charts draw, a heading and then a line for each category."""

    titel: str
    tal: Sequence[Sequence[Sequence[str]]]
    tekst: str
    note: str


@dataclass(frozen=True)
class Forhaandsvisning:
    sag: Sequence[Afsnit]
    bilag: Sequence[Sidebillede]
    slides: Sequence[Slide]


def make_forhaandsvisning(sager: Sequence[Proevet]) -> Forhaandsvisning:
    filer = {navn: indhold for sag in sager for navn, indhold in sag.udgivelse.filer.items()}
    return Forhaandsvisning(
        [afsnit for navn in sorted(filer) if navn.endswith(".docx") for afsnit in read_sag(filer[navn])],
        [
            side
            for navn in sorted(filer)
            if navn.endswith(".pdf") and "/" not in navn
            for side in draw(navn, filer[navn])
        ],
        [slide for navn in sorted(filer) if navn.endswith(".pptx") for slide in read_slides(filer[navn])],
    )


def read_sag(docx: bytes) -> Iterator[Afsnit]:
    """The paragraphs and pictures of a document, in order."""
    from docx import Document
    from docx.oxml.ns import qn

    dokument = Document(BytesIO(docx))
    for afsnit in dokument.paragraphs:
        for billede in afsnit._p.iter(qn("a:blip")):
            tekster = [egenskaber.get("descr", "") for egenskaber in afsnit._p.iter(qn("wp:docPr"))]
            yield Afsnit(
                tekster[0] if tekster else "", png=dokument.part.related_parts[billede.get(qn("r:embed"))].blob
            )
        if afsnit.text.strip():
            yield Afsnit(afsnit.text, _heading_level(afsnit.style.name if afsnit.style is not None else ""))


def _heading_level(stil: str) -> int:
    if stil == "Title":
        return 1
    return int(stil.removeprefix("Heading ")) + 1 if stil.startswith("Heading ") else 0


def draw(navn: str, pdf: bytes) -> Iterator[Sidebillede]:
    """Each page of a PDF as it is."""
    import pypdfium2

    dokument = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        for nr in range(len(dokument)):
            png = BytesIO()
            dokument[nr].render(scale=SKALA).to_pil().save(png, "PNG")
            titel = tekster_kvartal.VIS_SIDE.format(navn=navn, nr=heltal(nr + 1), af=heltal(len(dokument)))
            yield Sidebillede(titel, png.getvalue())
    finally:
        dokument.close()


def read_slides(pptx: bytes) -> Iterator[Slide]:
    """Each slide's title, the figures of its charts, its text and its notes."""
    from pptx import Presentation

    for side in Presentation(BytesIO(pptx)).slides:
        titel = side.shapes.title.text_frame.text if side.shapes.title is not None else ""
        tekster = [form.text_frame.text for form in side.shapes if form.has_text_frame and form != side.shapes.title]
        note = side.notes_slide.notes_text_frame.text if side.has_notes_slide else ""
        tal = [list(_read_chart(form.chart)) for form in side.shapes if form.has_chart]
        yield Slide(titel, tal, "\n".join(tekst for tekst in tekster if tekst and tekst != titel), note)


def _read_chart(diagram: Any) -> Iterator[tuple[str, ...]]:
    serier = list(diagram.plots[0].series)
    yield ("", *(serie.name for serie in serier))
    for nr, navn in enumerate(diagram.plots[0].categories):
        vaerdier = [serie.values[nr] for serie in serier]
        yield (str(navn), *(tekster.MANGLER_TAL if v is None else decimaltal(v) for v in vaerdier))
