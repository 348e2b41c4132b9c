"""The slides for Økonomiudvalget: one message each, charts that can be edited, and the sentence to say in the notes."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import polars as pl
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Cm, Pt

from pipeline.port.scope import Scope
from pipeline.report import tema
from pipeline.report.aendringer import judge_aendring
from pipeline.report.filformater import FAST_DATO
from pipeline.status.bilag import describe_kilde
from pipeline.status.dokument import drop_relations
from pipeline.status.grundlag import Grundlag, Raekke
from pipeline.status.saetninger import (
    list_dele,
    together,
    write_grupper,
    write_hvorfor,
    write_maaltal,
    write_niveau,
    write_top,
)
from pipeline.status.zip import pack_again
from pipeline.tekster import faelles as tekster
from pipeline.tekster import hvorfor as tekster_hvorfor
from pipeline.tekster import niveau as tekster_niveau
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import aendring, decimaltal, periode_med_ord

BREDDE, HOEJDE = Cm(33.87), Cm(19.05)
KUN_TITEL = 5
Serier = Sequence[tuple[str, Sequence[float | None], str]]
"""Name, values and colour."""


def write_pptx(grundlag: Grundlag, scope: Scope) -> bytes:
    """Level, why it changed, change, against måltal, is it chance, and an empty field for what is done."""
    fremvisning = Presentation()
    fremvisning.slide_width, fremvisning.slide_height = BREDDE, HOEJDE
    grupper = [gruppe for gruppe in grundlag.grupper if gruppe["niveau"] in ("område", "afdeling")]
    bund = " ".join([describe_kilde(grundlag), *([tekster_status.DEMO] if grundlag.er_demo else [])])
    ark = _Ark(fremvisning, bund)
    _add_niveau(ark, grundlag)
    _add_hvorfor(ark, grundlag)
    _add_aendring(ark, grundlag, grupper)
    _add_maaltal(ark, grundlag, grupper)
    _add_niveauer(ark, grundlag, scope)
    ark.add(tekster_status.SLIDE_INDSATS, tekster_status.SLIDE_INDSATS_NOTE).text(tekster_status.SLIDE_INDSATS_FELT)
    egenskaber = fremvisning.core_properties
    egenskaber.title = tekster_status.TITEL.format(kvartal=periode_med_ord(grundlag.kvartal))
    egenskaber.author = egenskaber.last_modified_by = egenskaber.comments = egenskaber.keywords = egenskaber.subject = (
        ""
    )
    egenskaber.language = "da-DK"
    egenskaber.created = egenskaber.modified = FAST_DATO
    drop_relations(fremvisning.part.package._rels, RT.THUMBNAIL)
    drop_relations(fremvisning.part._rels, RT.PRINTER_SETTINGS)
    fremvisning.part._element.set("removePersonalInfoOnSave", "1")  # PowerPoint leaves the name of who edits it out
    ud = BytesIO()
    fremvisning.save(ud)
    return pack_again(ud.getvalue())


def _add_niveau(ark: "_Ark", grundlag: Grundlag) -> None:
    kvartaler = grundlag.kvartaler.filter(pl.col("langtid").is_not_null())
    titel = tekster_status.SLIDE_NIVEAU.format(sygedage=decimaltal(grundlag.kommunen["sygedage"]), pr=grundlag.pr)
    side = ark.add(titel, together(write_niveau(grundlag), write_top(grundlag)).tekst)
    side.chart(
        XL_CHART_TYPE.COLUMN_STACKED,
        [periode_med_ord(periode).replace(" kvartal", " kv.") for periode in kvartaler["periode"]],
        (
            (tekster.LANGTIDSFRAVAER, kvartaler["langtid"].to_list(), tema.LANGTID),
            (tekster.KORTTIDSFRAVAER, kvartaler["korttid"].to_list(), tema.KORTTID),
        ),
        alt=titel,
    )


def _add_hvorfor(ark: "_Ark", grundlag: Grundlag) -> None:
    """What each published part has to do with the kommune's change; the largest in the title."""
    dele = list_dele(grundlag)
    if not dele:
        return
    navn, bidrag = max(dele, key=lambda del_: abs(del_[1]))
    titel = tekster_status.SLIDE_HVORFOR.format(navn=navn, bidrag=aendring(float(bidrag)))
    side = ark.add(titel, " ".join(afsnit.tekst for afsnit in write_hvorfor(grundlag)))
    alle = [*dele, (tekster_hvorfor.AENDRING_I_ALT, grundlag.kommunen["aendring_kvartal"])][::-1]
    bidragene = [float(tal) for _, tal in alle]
    side.chart(
        XL_CHART_TYPE.BAR_CLUSTERED,
        [navn for navn, _ in alle],
        ((tekster_hvorfor.BIDRAG, bidragene, tema.DOMME[""]),),
        alt=titel,
    )
    side.colour_points([tema.TEKST, *[tema.DOMME[""]] * len(dele)])


def _add_aendring(ark: "_Ark", grundlag: Grundlag, grupper: Sequence[Raekke]) -> None:
    med = [gruppe for gruppe in grupper if gruppe["aendring_kvartal"] is not None]
    if not med or grundlag.er_foreloebig:
        return
    antal = sum(judge_aendring(gruppe, "kvartal") != "" for gruppe in med)
    titel = tekster_status.SLIDE_AENDRING.format(
        antal=antal or tekster_status.INGEN, alle=len(med), kvartal_foer=periode_med_ord(grundlag.kvartal_foer)
    )
    saetninger = write_grupper(grundlag, grundlag.at_level("afdeling"), "afdelinger")
    side = ark.add(titel, " ".join(afsnit.tekst for afsnit in saetninger))
    side.bars(med, (("aendring_kvartal", tekster_status.AENDRINGER_TITEL, tema.DOMME[""]),), grundlag)
    side.colour_points([tema.DOMME[judge_aendring(gruppe, "kvartal")] for gruppe in [grundlag.kommunen, *med][::-1]])


def _add_maaltal(ark: "_Ark", grundlag: Grundlag, grupper: Sequence[Raekke]) -> None:
    med = [gruppe for gruppe in grupper if gruppe["maaltal"] is not None]
    if not med:
        return
    over = sum(gruppe["afstand"] > 0 for gruppe in med if gruppe["afstand"] is not None)
    titel = tekster_status.SLIDE_MAALTAL.format(over=over, alle=len(med))
    side = ark.add(titel, write_maaltal(grundlag).tekst)
    side.bars(med, (("sygedage", grundlag.enhed, tema.KORTTID), ("maaltal", tekster.MAALTAL, tema.MAALTAL)), grundlag)


def _add_niveauer(ark: "_Ark", grundlag: Grundlag, scope: Scope) -> None:
    """Where each afdeling that is published lies beside what is to be expected of it."""
    enheder = scope.rows("sammenlign", niveau="afdeling", periode=grundlag.kvartal)
    tilstande = dict(enheder.filter(pl.col("tilstand").is_not_null()).select("enhed_id", "tilstand").iter_rows())
    vist = [gruppe for gruppe in grundlag.at_level("afdeling") if gruppe["enhed_id"] in tilstande]
    if not vist:
        return
    antal = sum(tilstande[gruppe["enhed_id"]] == "stoerre" for gruppe in vist)
    titel = tekster_niveau.SLIDE_TITEL.format(antal=antal or tekster_status.INGEN, alle=len(vist))
    side = ark.add(titel, tekster_niveau.SLIDE_NOTE[grundlag.bygning["har_personalegrupper"]])
    side.table(
        tekster_niveau.SLIDE_KOLONNER,
        [
            (gruppe["navn"], decimaltal(gruppe["sygedage"]), tekster_niveau.TILSTANDE[tilstande[gruppe["enhed_id"]]])
            for gruppe in vist
        ],
    )


class _Ark:
    """Adds slides of one look."""

    def __init__(self, fremvisning: Any, bund: str) -> None:
        self.fremvisning, self.bund = fremvisning, bund

    def add(self, titel: str, note: str) -> "_Side":
        slide = self.fremvisning.slides.add_slide(self.fremvisning.slide_layouts[KUN_TITEL])
        felt = slide.shapes.title
        felt.left, felt.top, felt.width, felt.height = Cm(1.5), Cm(0.9), BREDDE - Cm(3), Cm(2.4)
        _write(felt.text_frame, titel, 26, fed=True)
        bund = slide.shapes.add_textbox(Cm(1.5), HOEJDE - Cm(1.3), BREDDE - Cm(3), Cm(0.9))
        _write(bund.text_frame, self.bund, 11)
        slide.notes_slide.notes_text_frame.text = note
        return _Side(slide)


class _Side:
    """One slide's body."""

    def __init__(self, slide: Any) -> None:
        self.slide = slide
        self.plads = (Cm(1.5), Cm(3.6), BREDDE - Cm(3), HOEJDE - Cm(5.2))

    def text(self, tekst: str) -> None:
        _write(self.slide.shapes.add_textbox(*self.plads).text_frame, tekst, 20)

    def bars(self, grupper: Sequence[Raekke], kolonner: Sequence[tuple[str, str, str]], grundlag: Grundlag) -> None:
        """Lying bars, the kommune first and the rest in the order of the organisation."""
        alle = [grundlag.kommunen, *grupper][::-1]  # PowerPoint counts from below
        navne = {"kvartal_foer": periode_med_ord(grundlag.kvartal_foer)}
        serier = [
            (navn.format(**navne), [None if g[kolonne] is None else float(g[kolonne]) for g in alle], farve)
            for kolonne, navn, farve in kolonner
        ]
        self.chart(XL_CHART_TYPE.BAR_CLUSTERED, [g["navn"] for g in alle], serier, alt=serier[0][0])

    def chart(self, slags: Any, kategorier: Sequence[str], serier: Serier, *, alt: str) -> None:
        data = CategoryChartData(number_format="#,##0.0")
        data.categories = kategorier
        for navn, vaerdier, _ in serier:
            data.add_series(navn, vaerdier)
        ramme = self.slide.shapes.add_chart(slags, *self.plads, data)
        ramme._element.nvGraphicFramePr.cNvPr.set("descr", alt)
        diagram = ramme.chart
        diagram.font.size, diagram.font.name = Pt(13), "Arial"
        diagram.has_title = False
        diagram.has_legend = len(serier) > 1
        if diagram.has_legend:
            diagram.legend.position, diagram.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        diagram.value_axis.has_major_gridlines = False
        diagram.value_axis.visible = False
        omraade = diagram.plots[0]
        omraade.gap_width, omraade.has_data_labels = 55, True
        omraade.data_labels.number_format, omraade.data_labels.number_format_is_linked = "#,##0.0", False
        omraade.data_labels.font.size = Pt(11)
        for serie, (_, _, farve) in zip(omraade.series, serier, strict=True):
            serie.invert_if_negative = False
            serie.format.fill.solid()
            serie.format.fill.fore_color.rgb = RGBColor.from_string(farve[1:].upper())
        if slags == XL_CHART_TYPE.COLUMN_STACKED:
            omraade.data_labels.font.color.rgb = RGBColor(255, 255, 255)
        else:
            omraade.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
            diagram.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW

    def colour_points(self, farver: Sequence[str]) -> None:
        """Of the slide's only series, a colour each from the first category."""
        [diagram] = [form.chart for form in self.slide.shapes if form.has_chart]
        for nr, farve in enumerate(farver):
            fyld = diagram.plots[0].series[0].points[nr].format.fill
            fyld.solid()
            fyld.fore_color.rgb = RGBColor.from_string(farve[1:].upper())

    def table(self, hoveder: Sequence[str], raekker: Sequence[Sequence[str]]) -> None:
        left, top, bredde, _ = self.plads
        hoejde = Cm(1.1) * (len(raekker) + 1)
        tabel = self.slide.shapes.add_table(len(raekker) + 1, len(hoveder), left, top, bredde, hoejde).table
        for nr, raekke in enumerate([hoveder, *raekker]):
            for kolonne, tekst in enumerate(raekke):
                _write(tabel.cell(nr, kolonne).text_frame, tekst, 16, fed=nr == 0)


def _write(felt: Any, tekst: str, punkter: int, *, fed: bool = False) -> None:
    felt.word_wrap = True
    felt.text = tekst
    for afsnit in felt.paragraphs:
        afsnit.font.size, afsnit.font.bold, afsnit.font.name = Pt(punkter), fed, "Arial"
