"""The table of the case: the kommune, its områder and afdelinger, as they stand in the bilag."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell

from pipeline.report import tema
from pipeline.report.kvartalsstatus import format_maaltal
from pipeline.status.bilag import Bilag
from pipeline.status.grundlag import Raekke
from pipeline.status.saetninger import Afsnit
from pipeline.tekster import faelles as tekster
from pipeline.tekster import status as tekster_status

PLADS = "\ue000tabel\ue000"
"""What stands where the template wants the table, until it is there; no text of ours or of a template's."""
BREDDER = {"navn": 5.8, "sygedage": 1.75, "signal_kvartal": 3.75}
OEVRIGE_BREDDER, CELLELUFT = 1.55, Cm(0.1)
INDRYK, PUNKTER = Cm(0.35), Pt(9)


@dataclass(frozen=True)
class Tabelfelt:
    """`raekker`: a paragraph a cell; `dybder`: how far in each row's name stands; `er_tal`: by column."""

    hoveder: Sequence[str]
    raekker: Sequence[Sequence[Afsnit]]
    dybder: Sequence[int]
    kolonner: Sequence[str]
    er_tal: Sequence[bool]

    def paragraphs(self) -> Iterator[tuple[str, Afsnit]]:
        """Each cell with its place: `2.maaltal`."""
        for nr, raekke in enumerate(self.raekker, start=1):
            yield from ((f"{nr}.{kolonne}", celle) for kolonne, celle in zip(self.kolonner, raekke, strict=True))


def make_tabelfelt(bilag: Bilag) -> Tabelfelt:
    """`bilag`: the one per afdeling. A column without a single value is left out."""
    valgte = [
        (navn, hoved, slags)
        for navn, hoved, slags in tekster_status.TABEL_KOLONNER
        if any(raekke[navn] is not None for raekke in bilag.raekker)
    ]
    return Tabelfelt(
        [hoved for _, hoved, _ in valgte],
        [[_word(bilag, raekke, navn, slags) for navn, _, slags in valgte] for raekke in bilag.raekker],
        [raekke["dybde"] for raekke in bilag.raekker],
        [navn for navn, _, _ in valgte],
        [slags != "tekst" for _, _, slags in valgte],
    )


def has_derived(bilag: Bilag) -> bool:
    """Whether some måltal has an asterisk."""
    return any(raekke["maaltal"] is not None and raekke["maaltal_kilde"] == "afledt" for raekke in bilag.raekker)


def _word(bilag: Bilag, raekke: Raekke, navn: str, slags: str) -> Afsnit:
    if slags == "tekst" or raekke[navn] is None:
        return Afsnit(raekke.get(navn) or tekster.MANGLER_TAL)
    vaerdi = bilag.grundlag.value(raekke, navn, slags)
    return Afsnit(format_maaltal(raekke) if navn == "maaltal" else vaerdi.tekst, (vaerdi,))


def insert_tabel(dokument: Any, felt: Tabelfelt) -> None:
    """In the place of every paragraph that asks for it."""
    for afsnit in [afsnit for afsnit in dokument.paragraphs if PLADS in afsnit.text]:
        afsnit._p.addprevious(_draw(dokument, felt)._tbl)
        rest = afsnit.text.replace(PLADS, "")
        if rest.strip():
            afsnit.text = rest
        else:
            afsnit._p.getparent().remove(afsnit._p)


def _draw(dokument: Any, felt: Tabelfelt) -> Table:
    tabel: Table = dokument.add_table(rows=1 + len(felt.raekker), cols=len(felt.hoveder))
    tabel.autofit = False
    _set_air(tabel)
    hoved = tabel.rows[0]._tr.get_or_add_trPr()
    hoved.append(OxmlElement("w:tblHeader"))  # repeated on every page, and read as headings
    for kolonne, navn in enumerate(felt.kolonner):
        bredde = Cm(BREDDER.get(navn, OEVRIGE_BREDDER))
        tabel.columns[kolonne].width = bredde
        for celle in tabel.columns[kolonne].cells:
            celle.width = bredde
    for nr, raekke in enumerate([felt.hoveder, *felt.raekker]):
        tabel.rows[nr]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for kolonne, indhold in enumerate(raekke):
            celle = tabel.cell(nr, kolonne)
            er_hoved = isinstance(indhold, str)
            dybde = 0 if er_hoved else felt.dybder[nr - 1]
            tekst = indhold.tekst if isinstance(indhold, Afsnit) else str(indhold)
            _write(celle, tekst, fed=er_hoved or dybde < 2)
            _set_edge(celle, kraftig=er_hoved)
            form = celle.paragraphs[0].paragraph_format
            form.alignment = WD_ALIGN_PARAGRAPH.RIGHT if felt.er_tal[kolonne] else WD_ALIGN_PARAGRAPH.LEFT
            if not felt.er_tal[kolonne]:
                form.left_indent = INDRYK * (dybde if kolonne == 0 else 1)
    return tabel


def _set_air(tabel: Table) -> None:
    """Less than Word's own beside each cell, so that a long name stands on one line."""
    luft = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        led = OxmlElement(f"w:{side}")
        led.set(qn("w:w"), str(CELLELUFT.twips))
        led.set(qn("w:type"), "dxa")
        luft.append(led)
    egenskaber = tabel._tbl.tblPr
    udseende = egenskaber.find(qn("w:tblLook"))
    egenskaber.insert(len(egenskaber) if udseende is None else egenskaber.index(udseende), luft)


def _write(celle: _Cell, tekst: str, *, fed: bool) -> None:
    afsnit = celle.paragraphs[0]
    afsnit.paragraph_format.space_after = afsnit.paragraph_format.space_before = Pt(2)
    loeb = afsnit.add_run(tekst)
    loeb.font.size, loeb.font.bold = PUNKTER, fed
    loeb.font.color.rgb = RGBColor.from_string(tema.TEKST[1:].upper())


def _set_edge(celle: _Cell, *, kraftig: bool) -> None:
    """A line under the row, no boxes."""
    kanter = OxmlElement("w:tcBorders")
    bund = OxmlElement("w:bottom")
    for navn, vaerdi in (
        ("val", "single"),
        ("sz", "8" if kraftig else "4"),
        ("space", "0"),
        ("color", (tema.LANGTID if kraftig else tema.GITTER)[1:].upper()),
    ):
        bund.set(qn(f"w:{navn}"), vaerdi)
    kanter.append(bund)
    celle._tc.get_or_add_tcPr().append(kanter)
