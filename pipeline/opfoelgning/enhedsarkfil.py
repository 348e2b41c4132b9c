"""The page about one unit as a file: PDF/UA-1, one page of A4."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.fejl import Brugerfejl
from pipeline.opfoelgning.enhedsark import Afsnit, Enhedsark, find_enhed, make_enhedsark
from pipeline.opfoelgning.enhedsark_med import find_gruppe, make_medark
from pipeline.port.scope import Scope
from pipeline.report.filformater import draw_svg
from pipeline.report.kvartalsstatus import describe_bygning
from pipeline.report.visning import Visning
from pipeline.status.bilag import compile_typst
from pipeline.status.udgiv import ARKMAPPE
from pipeline.tekster import adgang as tekster_adgang
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import enhedsark as tekster_ark

Udgave = str
UDGAVER: Mapping[Udgave, Callable[[Scope, str], Enhedsark]] = {"indvendig": make_enhedsark, "med": make_medark}
FIND: Mapping[Udgave, Callable[[Scope, str], Any]] = {"indvendig": find_enhed, "med": find_gruppe}
BREDDE, FIGUR_1_HOEJDE, HOEJST_VANDFALD = 900, 190, 240
"""Pixels: what a page has room for. A lower chart has the height it has."""


def why_no_ark(scope: Scope, enhedsnr: str, udgave: Udgave) -> str:
    """Nothing where there is one."""
    try:
        FIND[udgave](scope, enhedsnr)
    except Brugerfejl as fejl:
        return str(fejl)
    return ""


def name_fil(ark: Enhedsark, enhedsnr: str, udgave: Udgave) -> str:
    return f"{'enhedsark' if udgave == 'indvendig' else 'medark'}_{enhedsnr}_{ark.periode}.pdf"


def write_medarkene(scope: Scope) -> dict[str, bytes]:
    """Of every unit that is published for itself, by its path in a release. `scope`: hr's."""
    grupper = scope.rows("udgivne_grupper").filter(pl.col("enhed_id").is_not_null(), opdeling="enheder")
    filer = {}
    for nr in sorted(map(str, grupper["gruppe_id"])):
        if not why_no_ark(scope, nr, "med"):
            ark = make_medark(scope, nr)
            filer[f"{ARKMAPPE}/{name_fil(ark, nr, 'med')}"] = write_enhedsark(ark, scope, "med")
    return filer


def write_enhedsark(ark: Enhedsark, scope: Scope, udgave: Udgave) -> bytes:
    bygning = scope.rows("byggerapport_bygning").row(0, named=True)
    kilde = describe_bygning(bygning, tekster_dashboard.FIL_KILDE)
    indhold = {
        "titel": tekster_ark.TITEL.format(enhed=ark.enhed),
        "demo": tekster_adgang.DEMO if scope.er_demo else "",
        "status": ark.status,
        "tal": [{"vaerdi": vaerdi, "navn": navn} for vaerdi, navn in ark.tal],
        "afsnit": [_lay_out(afsnit) for afsnit in ark.afsnit],
        "kolonner": tekster_ark.INDSATSER_KOLONNER,
        "aftales": tekster_ark.AFTALES,
        "fod": f"{tekster_ark.SIDE[udgave]}. {kilde}",
    }
    typ = Path(__file__).with_name("enhedsark.typ").read_bytes()
    return compile_typst(typ, {"data": json.dumps(indhold, ensure_ascii=False)})


def _lay_out(afsnit: Afsnit) -> dict[str, Any]:
    visning = afsnit.visning
    har_figur = visning is not None and visning.spec is not None
    return {
        "titel": afsnit.titel,
        "linjer": afsnit.linjer,
        "svg": _draw(visning) if visning is not None and har_figur else "",
        "alt": visning.saetning if visning is not None else "",
        "raekker": afsnit.raekker,
    }


def _draw(visning: Visning) -> str:
    spec = dict(visning.spec or {})
    hoejest = FIGUR_1_HOEJDE if visning.navn == "figur_1" else HOEJST_VANDFALD
    return draw_svg(json.dumps({**spec, "width": BREDDE, "height": min(int(spec["height"]), hoejest)}))
