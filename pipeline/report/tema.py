"""The look of every chart, on screen and in documents: colours, type and the Danish locale in the chart's own config.

Text holds 4.5:1 against the white ground, a mark 3:1. The two blues also part in greyscale; the vermilion of the
måltal parts from blue for every common form of colour blindness (Okabe and Ito, 2008).
"""

from typing import Any

import altair as alt

from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import MAANEDER

GRUND = "#ffffff"
TEKST = "#1f2933"
DAEMPET = "#52606d"
GITTER = "#d9dee3"
BAAND = "#dde3ea"
LANGTID = "#0b3c5d"
KORTTID = "#4a90c2"
MAALTAL = "#c2410c"
DOMME = {"godt": "#1b6e3a", "skidt": "#a4262c", "": "#8a94a0"}

SERIER = ("#0b3c5d", "#c2410c", "#00755a", "#8e4585", "#8a6100", "#2b7bb9")
STREGER = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [1, 0], [6, 3])
FORMER = ("circle", "diamond", "square", "triangle-up", "cross", "triangle-down")
"""Up to six lines in one chart: each its colour, dash and point."""

SKRIFT = "Source Sans, Liberation Sans, Arial, sans-serif"
"""Streamlit's own font, then the one the document printer has."""

TALFORMAT = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " kr."]}
DATOFORMAT = {
    "dateTime": "%A den %d. %B %Y %X",
    "date": "%d.%m.%Y",
    "time": "%H:%M:%S",
    "periods": ["", ""],
    "days": list(tekster.UGEDAGE),
    "shortDays": [dag[:3] for dag in tekster.UGEDAGE],
    "months": MAANEDER,
    "shortMonths": [maaned[:3] for maaned in MAANEDER],
}

UDEN_VEGAS_ORD: dict[str, Any] = {"aria": False}
"""Vega describes axes, legends and titles to a screen reader in English, with numbers of its own rounding."""

ER_SMAL = "width < 480"
"""In Vega's own words: the chart is drawn on a phone, where words give way."""

TEMA: dict[str, Any] = {
    "background": GRUND,
    "font": SKRIFT,
    "locale": {"number": TALFORMAT, "time": DATOFORMAT},
    "view": {"stroke": None},
    "axis": UDEN_VEGAS_ORD
    | {
        "labelColor": TEKST,
        "labelFontSize": 13,
        "titleColor": TEKST,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
        "gridColor": GITTER,
        "domainColor": DAEMPET,
        "ticks": False,
        "labelPadding": 6,
    },
    "legend": UDEN_VEGAS_ORD
    | {
        "labelColor": TEKST,
        "labelFontSize": 14,
        "labelLimit": 0,
        "orient": "top",
        "offset": 28,
        "symbolType": "square",
        "symbolSize": 140,
        "columnPadding": 24,
        "columns": {"expr": f"{ER_SMAL} ? 1 : 0"},
        "title": None,
    },
    "text": {"color": TEKST, "fontSize": 14},
    **{slags: {"ariaRoleDescription": navn} for slags, navn in tekster.FIGURDELE.items()},
}


def draw_y_akse(titel: str, *, titleY: int = -8, **andet: Any) -> alt.Axis:
    """Its title stands level above it, where it is read first."""
    return alt.Axis(
        title=titel,
        titleAngle=0,
        titleAlign="left",
        titleAnchor="end",
        titleX=0,
        titleY=titleY,
        tickCount=6,
        domain=False,
        **andet,
    )
