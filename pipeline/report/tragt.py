"""The funnel: how far the level of each unit lies from what is to be expected of it, and how far chance alone moves it.

Each unit has limits of its own, for each has a mix of its own (sql/40_udgivelse/forventet.sql); side by side, by size,
they are a funnel. Method: Spiegelhalter, Funnel plots for comparing institutional performance (2005).
"""

import altair as alt
import polars as pl

from pipeline.report import tema
from pipeline.tekster import faelles
from pipeline.tekster import niveau as tekster
from pipeline.tekster.dansk import aendring, decimaltal, heltal

HOEJDE = 420
FARVER = (tema.KORTTID, tema.LANGTID, tema.MAALTAL)
FORMER = ("circle", "triangle-up", "diamond")


def tragt(enheder: pl.DataFrame, *, akse: str, beskrivelse: str) -> alt.LayerChart:
    """`enheder`: sammenlign.sql with `forskel`, `indre`, `ydre` and `dom`, all judged. Those furthest off are named."""
    raekker = _make_rows(enheder)
    stoerst = float(enheder["gns_medarbejdere"].max() or 1) * 1.08  # type: ignore[arg-type]
    loft = max(abs(tal) for tal in enheder["forskel"]) * 1.25 or 1
    x = alt.X(
        "medarbejdere:Q",
        scale=alt.Scale(domain=[0, stoerst], nice=False),
        axis=alt.Axis(title=faelles.GNS_MEDARBEJDERE, format=",d", tickCount=6, grid=False),
    )
    y = alt.Y(
        "forskel:Q",
        scale=alt.Scale(domain=[-loft, loft], clamp=True, nice=False),
        axis=tema.draw_y_akse(akse, format="+~f"),
    )
    lag = [*_draw_limits(raekker, x=x, y=y), *_draw_middle(stoerst, x=x, y=y), *_draw_units(raekker, x=x, y=y)]
    figur: alt.LayerChart = alt.layer(*lag).configure(**tema.TEMA)
    return figur.properties(height=HOEJDE, width="container", description=beskrivelse)


def _make_rows(enheder: pl.DataFrame) -> pl.DataFrame:
    navngivne = enheder.filter(tilstand="stoerre").sort("gns_medarbejdere")["enhed_id"].to_list()
    return pl.DataFrame(
        [
            {
                "navn_over": navngivne.index(raekke["enhed_id"]) % 2 == 0 if raekke["enhed_id"] in navngivne else None,
                "enhedsnavn": raekke["enhedsnavn"],
                "medarbejdere": raekke["gns_medarbejdere"],
                "forskel": raekke["forskel"],
                **{
                    graense: raekke[graense] - raekke["forventet"]
                    for graense in ("nedre", "oevre", "nedre_yderst", "oevre_yderst")
                },
                "dom": raekke["dom"],
                "antal": heltal(raekke["gns_medarbejdere"]),
                "tal": decimaltal(raekke["sygedage"]),
                "forventet": decimaltal(raekke["forventet"]),
                "indre": raekke["indre"],
                "ydre": raekke["ydre"],
                "beskrivelse": f"{raekke['enhedsnavn']}, {heltal(raekke['gns_medarbejdere'])} medarbejdere: "
                f"{aendring(raekke['forskel'])}, {raekke['dom']}",
            }
            for raekke in enheder.iter_rows(named=True)
        ],
        schema_overrides={"navn_over": pl.Boolean},
    )


def _draw_limits(raekker: pl.DataFrame, *, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """A thin line between the outer limits of each unit, a thick one between the inner."""
    return [
        alt.Chart(raekker.select("medarbejdere", forskel=nedre, til=oevre))
        .mark_rule(color=tema.GITTER, strokeWidth=bredde, aria=False)
        .encode(x=x, y=y, y2="til:Q")
        for nedre, oevre, bredde in (("nedre_yderst", "oevre_yderst", 1), ("nedre", "oevre", 4))
    ]


def _draw_middle(stoerst: float, *, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    midte = pl.DataFrame({"medarbejdere": [stoerst], "forskel": [0.0], "tekst": [tekster.NUL]})
    return [
        alt.Chart(midte).mark_rule(color=tema.DAEMPET, strokeWidth=1.5, aria=False).encode(y=y),
        alt.Chart(midte)
        .mark_text(align="right", baseline="bottom", dy=-4, color=tema.DAEMPET, aria=False)
        .encode(x=x, y=y, text="tekst:N"),
    ]


def _draw_units(raekker: pl.DataFrame, *, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    orden = list(tekster.TILSTANDE.values())
    grund = alt.Chart(raekker).encode(x=x, y=y)
    punkter = grund.mark_point(filled=True, size=90, opacity=0.9).encode(
        color=alt.Color("dom:N", scale=alt.Scale(domain=orden, range=list(FARVER))),
        shape=alt.Shape("dom:N", scale=alt.Scale(domain=orden, range=list(FORMER))),
        description="beskrivelse:N",
        tooltip=[
            alt.Tooltip(f"{felt}:N", title=titel)
            for felt, titel in zip(
                ("enhedsnavn", "antal", "tal", "forventet", "indre", "ydre", "dom"),
                (*tekster.KOLONNER[:4], *tekster.KOLONNER[5:]),
                strict=True,
            )
        ],
    )
    navne = [  # every other name above its point and below it: neighbours keep apart
        grund.transform_filter(f"datum.navn_over == {str(over).lower()}")
        .mark_text(align="left", dx=9, dy=-9 if over else 10, fontSize=13, aria=False)
        .encode(text="enhedsnavn:N")
        for over in (True, False)
    ]
    return [punkter, *navne]
