"""Adds slides to a design: a title, a body of text, chart or table, the source below, and a sentence in the notes."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Cm, Emu, Pt

from pipeline.report import tema
from pipeline.status.diagrammer import Serie, Valg, add_diagram, rgb
from pipeline.status.slideskabelon import Plads, find_body, find_layout
from pipeline.tekster import slides as tekster_slides

SPROG = "da-DK"
BRED, TITEL = Cm(33.87), 26
"""The width of the slides the sizes of letters are for, and that of a title."""
FOD, SAETNING = Emu(Cm(0.8)), Emu(Cm(1.1))
"""Heights of the source and of a sentence about the chart."""
KOLONNEBREDDER, TALKOLONNE = (5, 1, 3), 1


class Ark:
    """Adds slides of one look."""

    def __init__(self, fremvisning: Any, bund: str) -> None:
        self.fremvisning, self.bund = fremvisning, bund
        self.layout, self.plads = find_layout(fremvisning), find_body(fremvisning)
        self.skala = min(1.0, fremvisning.slide_width / BRED)

    def add(self, titel: str, note: str) -> "Side":
        slide = self.fremvisning.slides.add_slide(self.layout)
        for plads in list(slide.placeholders):
            if plads.placeholder_format.idx != 0:
                plads._element.getparent().remove(plads._element)
        _write(slide.shapes.title, titel, TITEL * self.skala, None)
        _add_number(slide, self.layout)
        slide.notes_slide.notes_text_frame.text = note
        left, top, bredde, hoejde = self.plads
        _write(add_felt(slide, (left, Emu(top + hoejde - FOD), bredde, FOD)), self.bund, 11 * self.skala, tema.DAEMPET)
        return Side(slide, (left, top, bredde, Emu(hoejde - FOD)), self.skala)

    def set_sprog(self) -> None:
        """Of every run of text, for the spelling and for who listens to it."""
        for slide in self.fremvisning.slides:
            for led in (slide._element, slide.notes_slide._element):
                for loeb in (*led.iter(qn("a:r")), *led.iter(qn("a:fld"))):
                    loeb.get_or_add_rPr().set("lang", SPROG)


class Side:
    """One slide's body. `skala`: how much smaller letters are on a narrow slide."""

    def __init__(self, slide: Any, plads: Plads, skala: float) -> None:
        self.slide, self.plads, self.skala = slide, plads, skala

    def text(self, linjer: Sequence[str]) -> None:
        felt = _write(add_felt(self.slide, self.plads), "\n".join(linjer), 20 * self.skala, tema.TEKST)
        for afsnit in felt.paragraphs:
            afsnit.space_after = Pt(10)

    def sentence(self, tekst: str) -> None:
        """Above the chart, which gets what is left."""
        left, top, bredde, hoejde = self.plads
        _write(add_felt(self.slide, (left, top, bredde, SAETNING)), tekst, 16 * self.skala, tema.DAEMPET)
        self.plads = (left, Emu(top + SAETNING), bredde, Emu(hoejde - SAETNING))

    def chart(
        self,
        slags: Any,
        kategorier: Sequence[str],
        serier: Sequence[Serie],
        *,
        alt: str,
        talformat: str = tekster_slides.TALFORMAT,
    ) -> Any:
        valg = Valg(alt, talformat, self.skala)
        return add_diagram(self.slide, self.plads, slags, kategorier, serier, valg)

    def table(self, hoveder: Sequence[str], raekker: Sequence[Sequence[str]]) -> None:
        """Rows parted by lines, the heading in the design's own colour."""
        left, top, bredde, hoejde = self.plads
        linje = min(Cm(1.3), Emu(hoejde // (len(raekker) + 1)))
        ramme = self.slide.shapes.add_table(
            len(raekker) + 1, len(hoveder), left, top, bredde, linje * (len(raekker) + 1)
        )
        tabel = ramme.table
        tabel.horz_banding = False
        for kolonne, andel in zip(tabel.columns, KOLONNEBREDDER, strict=True):
            kolonne.width = Emu(bredde * andel // sum(KOLONNEBREDDER))
        for nr, raekke in enumerate([hoveder, *raekker]):
            for kolonne, tekst in enumerate(raekke):
                celle = tabel.cell(nr, kolonne)
                celle.vertical_anchor = MSO_ANCHOR.MIDDLE
                felt = _write(celle, tekst, 16 * self.skala, None if nr == 0 else tema.TEKST)
                felt.paragraphs[0].alignment = PP_ALIGN.RIGHT if kolonne == TALKOLONNE else PP_ALIGN.LEFT


def add_felt(slide: Any, plads: Plads) -> Any:
    """A box of text on white, whatever the design's ground."""
    felt = slide.shapes.add_textbox(*plads)
    felt.fill.solid()
    felt.fill.fore_color.rgb = rgb(tema.GRUND)
    return felt


def _add_number(slide: Any, layout: Any) -> None:
    """The page's number stands where the design has it; the library leaves it out."""
    for plads in layout.placeholders:
        if plads._element.find(f".//{qn('p:ph')}").get("type") == "sldNum":
            nummer = deepcopy(plads._element)
            nummer.find(f".//{qn('p:cNvPr')}").set("id", str(max(form.shape_id for form in slide.shapes) + 1))
            slide.shapes._spTree.append(nummer)


def _write(form: Any, tekst: str, punkter: float, farve: str | None) -> Any:
    felt = form.text_frame
    felt.word_wrap = True
    felt.text = tekst
    for afsnit in felt.paragraphs:
        afsnit.font.size = Pt(round(punkter))
        if farve is not None:
            afsnit.font.color.rgb = rgb(farve)
    return felt
