"""Native charts of the slides, which can be edited: bars, and beside them marks and totals of the same categories."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.oxml.ns import qn
from pptx.util import Pt

from pipeline.report import tema

LUFT, BRED_LUFT = 55, 130
PUNKTER, TALPUNKTER = 14, 13
MAERKE_STR = {LUFT: 38, BRED_LUFT: 54}
"""By the gap between columns the width of the target's mark, a line across its column, in points."""
IKKE_I_LINJE = ("invertIfNegative", "pictureOptions", "shape")
FOER_BETEGNELSER = ("idx", "order", "tx", "spPr", "marker", "dPt")


@dataclass(frozen=True)
class Serie:
    """`form`: a column or bar, a mark across it, or a total that is only written above. `etiketter`: the categories
    with a figure, all where None, and `sted` where it stands.
    """

    navn: str
    tal: Sequence[float | None]
    farve: str
    form: Literal["soejle", "maerke", "total"] = "soejle"
    etiketter: Sequence[int] | None = None
    tekstfarve: str = tema.TEKST
    sted: Any = None


@dataclass(frozen=True)
class Valg:
    """Of a chart: what is read aloud, its numbers' format, and how much smaller its letters are on a narrow slide."""

    alt: str
    talformat: str
    skala: float


def add_diagram(
    side: Any, plads: Sequence[int], slags: Any, kategorier: Sequence[str], serier: Sequence[Serie], valg: Valg
) -> Any:
    """Two series of which one is a mark are a bullet chart: narrower columns, with room for the mark's figure."""
    data = CategoryChartData(number_format=valg.talformat)
    data.categories = kategorier
    for serie in serier:
        data.add_series(serie.navn, serie.tal)
    ramme = side.shapes.add_chart(slags, *plads, data)
    ramme._element.nvGraphicFramePr.cNvPr.set("descr", valg.alt)
    diagram = ramme.chart
    _set_look(diagram, slags, valg.skala)
    if [serie.form for serie in serier] == ["soejle", "maerke"]:
        diagram.plots[0].gap_width = BRED_LUFT
    linjer = [nr for nr, serie in enumerate(serier) if serie.form != "soejle"]
    if linjer:
        _move_to_lines(diagram, linjer)
    fundne = {serie._element.idx.val: serie for omraade in diagram.plots for serie in omraade.series}
    for nr, serie in enumerate(serier):
        DRAW[serie.form](fundne[nr], serie, round(MAERKE_STR[diagram.plots[0].gap_width] * valg.skala))
        _label(fundne[nr], serie, slags, valg)
    _set_legend(diagram, serier)
    return diagram


def _set_look(diagram: Any, slags: Any, skala: float) -> None:
    rum = diagram._chartSpace
    sprog = etree.Element(qn("c:lang"), val="da-DK")
    rum.insert(1 if rum[0].tag == qn("c:date1904") else 0, sprog)
    punkter = Pt(round(PUNKTER * skala))
    diagram.font.size, diagram.font.color.rgb = punkter, rgb(tema.TEKST)
    _set_ground(rum)
    diagram.has_title = False
    diagram.value_axis.has_major_gridlines = diagram.value_axis.visible = False
    diagram.category_axis.format.line.color.rgb = rgb(tema.DAEMPET)
    diagram.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    diagram.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    diagram.category_axis.tick_labels.font.size = punkter
    diagram.category_axis._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("rot", "0")  # names are never aslant
    diagram.plots[0].gap_width = LUFT
    if slags != XL_CHART_TYPE.BAR_CLUSTERED:
        diagram.value_axis.minimum_scale = 0


def _set_ground(rum: Any) -> None:
    """White, whatever the design's: the colours of letters and marks are chosen for it."""
    flade = etree.Element(qn("c:spPr"))
    etree.SubElement(etree.SubElement(flade, qn("a:solidFill")), qn("a:srgbClr"), val=tema.GRUND[1:].upper())
    etree.SubElement(etree.SubElement(flade, qn("a:ln")), qn("a:noFill"))
    rum.find(qn("c:chart")).addnext(flade)


def _move_to_lines(diagram: Any, numre: Sequence[int]) -> None:
    """The library draws one kind of chart: these series get a line chart on the same axes."""
    [soejler] = diagram._chartSpace.iter(qn("c:barChart"))
    linjer = etree.Element(qn("c:lineChart"))
    etree.SubElement(linjer, qn("c:grouping"), val="standard")
    etree.SubElement(linjer, qn("c:varyColors"), val="0")
    for serie in [led for led in soejler.findall(qn("c:ser")) if led.idx.val in numre]:
        for navn in IKKE_I_LINJE:
            for led in serie.findall(qn(f"c:{navn}")):
                serie.remove(led)
        etree.SubElement(serie, qn("c:smooth"), val="0")
        linjer.append(serie)
    etree.SubElement(linjer, qn("c:marker"), val="1")
    linjer.extend(deepcopy(akse) for akse in soejler.findall(qn("c:axId")))
    soejler.addnext(linjer)


def _draw_soejle(serie: Any, egen: Serie, bredde: int) -> None:
    serie.invert_if_negative = False
    serie.format.fill.solid()
    serie.format.fill.fore_color.rgb = rgb(egen.farve)


def _draw_maerke(serie: Any, egen: Serie, bredde: int) -> None:
    serie.format.line.fill.background()
    serie.marker.style, serie.marker.size = XL_MARKER_STYLE.DASH, bredde
    serie.marker.format.fill.solid()
    serie.marker.format.fill.fore_color.rgb = rgb(egen.farve)
    serie.marker.format.line.fill.background()


def _draw_total(serie: Any, egen: Serie, bredde: int) -> None:
    serie.format.line.fill.background()
    serie.marker.style = XL_MARKER_STYLE.NONE


DRAW = {"soejle": _draw_soejle, "maerke": _draw_maerke, "total": _draw_total}
STEDER = {"maerke": XL_LABEL_POSITION.RIGHT, "total": XL_LABEL_POSITION.ABOVE}


def _label(serie: Any, egen: Serie, slags: Any, valg: Valg) -> None:
    """A figure at the categories that have one; the others say that they have none."""
    betegnelser = serie.data_labels
    betegnelser.number_format, betegnelser.number_format_is_linked = valg.talformat, False
    betegnelser.font.size, betegnelser.font.bold = Pt(round(TALPUNKTER * valg.skala)), egen.form == "total"
    betegnelser.font.color.rgb = rgb(egen.tekstfarve)
    betegnelser.show_value = True
    stablet = slags == XL_CHART_TYPE.COLUMN_STACKED and egen.form == "soejle"
    ellers = XL_LABEL_POSITION.CENTER if stablet else STEDER.get(egen.form, XL_LABEL_POSITION.OUTSIDE_END)
    betegnelser.position = egen.sted or ellers
    if egen.etiketter is not None:
        led = betegnelser._element
        for plads, nr in enumerate(nr for nr in range(len(egen.tal)) if nr not in egen.etiketter):
            uden = etree.Element(qn("c:dLbl"))
            etree.SubElement(uden, qn("c:idx"), val=str(nr))
            etree.SubElement(uden, qn("c:delete"), val="1")
            led.insert(plads, uden)


def _set_legend(diagram: Any, serier: Sequence[Serie]) -> None:
    """None for one kind of bar; a total that is only written has no key."""
    med = [serie for serie in serier if serie.form != "total"]
    diagram.has_legend = len(med) > 1
    if not diagram.has_legend:
        return
    diagram.legend.position, diagram.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    for nr in (nr for nr, serie in enumerate(serier) if serie.form == "total"):
        post = etree.Element(qn("c:legendEntry"))
        etree.SubElement(post, qn("c:idx"), val=str(nr))
        etree.SubElement(post, qn("c:delete"), val="1")
        diagram.legend._element.find(qn("c:legendPos")).addnext(post)


def colour_points(diagram: Any, farver: Sequence[str]) -> None:
    """Of a chart's first series, a colour each from the first category."""
    for nr, farve in enumerate(farver):
        fyld = diagram.plots[0].series[0].points[nr].format.fill
        fyld.solid()
        fyld.fore_color.rgb = rgb(farve)


def rgb(farve: str) -> RGBColor:
    """A colour of the theme as the library has them."""
    fundet: RGBColor = RGBColor.from_string(farve[1:].upper())
    return fundet
