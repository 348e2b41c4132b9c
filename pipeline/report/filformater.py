"""A table and a chart as files: xlsx with true numbers, csv for Danish Excel, PNG and SVG; twice the same bytes."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import polars as pl
import vl_convert
import xlsxwriter

from pipeline.report.formler import keep_as_text
from pipeline.report.visning import TEKSTER, Tabel, Visning, format_value
from pipeline.tekster import dashboard as tekster_dashboard

BREDDE = 960
SKALA = 2
TALFORMATER = {
    "dage": "#,##0.0",
    "dage2": "#,##0.00",
    "aendring": "+#,##0.0;−#,##0.0;±0.0",
    "aendring2": "+#,##0.00;−#,##0.00;±0.00",
    "andel": '0" pct."',
    "andel1": '0.0" pct."',
    "antal": "#,##0",
}
VEGAS_ORD = re.compile(r' aria-roledescription="[^"]*"| aria-label="(?:Title|Subtitle) text [^"]*"')
FAST_DATO = datetime(2000, 1, 1)  # a file's own date would make two alike differ


def write_csv(raekker: pl.DataFrame) -> bytes:
    """For Danish Excel: semicolon, decimal comma, byte order mark; a text it would run as a formula stays text."""
    return ("\ufeff" + keep_as_text(raekker).write_csv(separator=";", decimal_comma=True)).encode()


def to_frame(tabel: Tabel) -> pl.DataFrame:
    """Shares in per cent, as they read."""
    return pl.DataFrame(
        {
            kolonne.navn: [_as_shown(kolonne.slags, raekke[nr]) for raekke in tabel.raekker]
            for nr, kolonne in enumerate(tabel.kolonner)
        },
        strict=False,
    )


def _as_shown(slags: str, vaerdi: Any) -> Any:
    if vaerdi is not None and slags == "signal":
        return format_value(slags, vaerdi)
    if vaerdi is None or isinstance(vaerdi, str) or slags == "tekst":
        return vaerdi
    return float(vaerdi) * 100 if slags.startswith("andel") else float(vaerdi)


def write_xlsx(visning: Visning, om: Sequence[str]) -> bytes:
    """The table as numbers, and on a second sheet where they come from (`om`, a line each)."""
    indhold = BytesIO()
    bog = xlsxwriter.Workbook(indhold, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bog.set_properties({"title": visning.titel, "created": FAST_DATO})
    ark = bog.add_worksheet(tekster_dashboard.ARK_TAL)
    fed = bog.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"})
    for nr, kolonne in enumerate(visning.tabel.kolonner):
        celleformat = bog.add_format({"num_format": TALFORMATER[kolonne.slags]} if kolonne.slags not in TEKSTER else {})
        ark.set_column(nr, nr, 42 if nr == 0 else 15, celleformat)
        ark.write_string(0, nr, kolonne.navn, fed)
        for linje, raekke in enumerate(visning.tabel.raekker, start=1):
            vaerdi = _as_shown(kolonne.slags, raekke[nr])
            if isinstance(vaerdi, str):
                ark.write_string(linje, nr, vaerdi, celleformat)
            elif vaerdi is not None:
                ark.write_number(linje, nr, vaerdi, celleformat)
    ark.freeze_panes(1, 1)
    forklaring = bog.add_worksheet(tekster_dashboard.ARK_OM)
    forklaring.set_column(0, 0, 110, bog.add_format({"text_wrap": True}))
    for linje, tekst in enumerate((visning.titel, visning.saetning, visning.note, *om)):
        forklaring.write_string(linje, 0, tekst)
    bog.close()
    return indhold.getvalue()


def draw(visning: Visning, om: Sequence[str], **maal: Any) -> str:
    """The chart's specification with title and source, at a fixed width. `maal`: its measures where they are others.

    Errors: `ValueError` without a chart.
    """
    if visning.spec is None:
        raise ValueError("no chart")
    titel = {"text": visning.titel, "subtitle": list(om), "anchor": "start", "offset": 16}
    return json.dumps({**visning.spec, "width": BREDDE, **maal, "title": titel})


def write_png(visning: Visning, om: Sequence[str]) -> bytes:
    return bytes(vl_convert.vegalite_to_png(draw(visning, om), scale=SKALA))


def write_svg(visning: Visning, om: Sequence[str]) -> bytes:
    return draw_svg(draw(visning, om)).encode()


def draw_svg(spec: str) -> str:
    """Each mark with our description of it; Vega's own words for what it is, in English, are left out."""
    return VEGAS_ORD.sub("", str(vl_convert.vegalite_to_svg(spec)))


FORMATER: Mapping[str, tuple[Callable[[Visning, Sequence[str]], bytes], str]] = {
    "xlsx": (write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (lambda visning, _: write_csv(to_frame(visning.tabel)), "text/csv; charset=utf-8"),
    "png": (write_png, "image/png"),
    "svg": (write_svg, "image/svg+xml"),
}
"""How each format is written, and its media type."""
TEGNINGER = frozenset({"png", "svg"})
"""The formats there are of a view with a chart only."""
