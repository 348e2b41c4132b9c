"""The funnel: which differences from the kommune are larger than chance, by a gamma distribution.

A unit of n medarbejdere has the kommune's mean m and the variance s² / n, where s is the spread of one medarbejder
(sql/30_noegletal/spredning.sql). Absence is too skewed for a normal distribution: its lower limit would be negative.
Method: Spiegelhalter, Funnel plots for comparing institutional performance (2005), with gamma limits.
"""

from collections.abc import Sequence

import altair as alt
import polars as pl
from scipy.stats import gamma

from pipeline.report import tema
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import decimaltal, heltal

NEDERST, OEVERST = 0.001, 0.999
"""99.8 % of the units lie between, when only chance is at work."""
HOEJDE = 420
PUNKTER = 80


def limits(medarbejdere: Sequence[float], *, middel: float, spredning: float) -> pl.DataFrame:
    """Between `nedre` and `oevre` the sygedage of a unit may be chance; without spread both are the mean."""
    if middel <= 0 or spredning <= 0:
        return pl.DataFrame({"nedre": [middel] * len(medarbejdere), "oevre": [middel] * len(medarbejdere)})
    form = [middel**2 * antal / spredning**2 for antal in medarbejdere]
    skala = [middel / f for f in form]
    return pl.DataFrame(
        {"nedre": gamma.ppf(NEDERST, form, scale=skala), "oevre": gamma.ppf(OEVERST, form, scale=skala)}
    )


def judge(enheder: pl.DataFrame) -> pl.DataFrame:
    """`enheder` (sql/50_visning/udgivelse/sammenlign.sql) with nedre, oevre and er_uden_for."""
    middel, spredning = enheder.select("kommunens_sygedage", "spredning").row(0)
    graenser = limits(enheder["gns_medarbejdere"].to_list(), middel=middel, spredning=spredning)
    return pl.concat([enheder, graenser], how="horizontal").with_columns(
        ~pl.col("sygedage").is_between("nedre", "oevre").alias("er_uden_for")
    )


def tragt(enheder: pl.DataFrame, *, akse: str, beskrivelse: str) -> alt.LayerChart:
    """`enheder`: as judged. Those outside the limits are named."""
    middel, spredning = enheder.select("kommunens_sygedage", "spredning").row(0)
    stoerst = float(enheder["gns_medarbejdere"].max() or 1) * 1.08  # type: ignore[arg-type]
    loft = float(enheder["sygedage"].max() or middel) * 1.25  # type: ignore[arg-type]
    x = alt.X(
        "medarbejdere:Q",
        scale=alt.Scale(domain=[0, stoerst], nice=False),
        axis=alt.Axis(title=tekster.GNS_MEDARBEJDERE, format=",d", tickCount=6, grid=False),
    )
    y = alt.Y(
        "sygedage:Q",
        scale=alt.Scale(domain=[0, loft], clamp=True, nice=False),
        axis=tema.draw_y_akse(akse, format=",~f"),
    )
    lag = [
        *_draw_limits(middel, spredning, stoerst=stoerst, loft=loft, x=x, y=y),
        *_draw_units(enheder, x=x, y=y),
    ]
    figur: alt.LayerChart = alt.layer(*lag).configure(**tema.TEMA)
    return figur.properties(height=HOEJDE, width="container", description=beskrivelse)


def _draw_limits(
    middel: float, spredning: float, *, stoerst: float, loft: float, x: alt.X, y: alt.Y
) -> list[alt.Chart]:
    trin = [1 + (stoerst - 1) * (nr / PUNKTER) ** 2 for nr in range(PUNKTER + 1)]  # closest where the funnel bends
    raekker = (
        limits(trin, middel=middel, spredning=spredning)
        .with_columns(pl.Series("medarbejdere", trin))
        .unpivot(["nedre", "oevre"], index="medarbejdere", variable_name="graense", value_name="sygedage")
        .filter(pl.col("sygedage") <= loft)
    )
    graenser = (
        alt.Chart(raekker)
        .mark_line(color=tema.DAEMPET, strokeDash=[5, 4], strokeWidth=1.5, aria=False)
        .encode(x=x, y=y, detail="graense:N")
    )
    midte = (
        alt.Chart(pl.DataFrame({"sygedage": [middel]}))
        .mark_rule(color=tema.DAEMPET, strokeWidth=1.5, aria=False)
        .encode(y=y)
    )
    navn = (
        alt.Chart(
            pl.DataFrame(
                {
                    "medarbejdere": [stoerst],
                    "sygedage": [middel],
                    "tekst": [f"{tekster_dashboard.TRAGT_MIDDEL} {decimaltal(middel)}"],
                }
            )
        )
        .mark_text(align="right", baseline="bottom", dy=-4, color=tema.DAEMPET, aria=False)
        .encode(x=x, y=y, text="tekst:N")
    )
    return [graenser, midte, navn]


def _draw_units(enheder: pl.DataFrame, *, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    domme = {False: tekster_dashboard.TILFAELDIGT, True: tekster_dashboard.STOERRE_END_TILFAELDIGT}
    uden_for = enheder.filter("er_uden_for").sort("gns_medarbejdere")["enhed_id"].to_list()
    raekker = pl.DataFrame(
        [
            {
                "navn_over": uden_for.index(raekke["enhed_id"]) % 2 == 0 if raekke["er_uden_for"] else None,
                "enhedsnavn": raekke["enhedsnavn"],
                "medarbejdere": raekke["gns_medarbejdere"],
                "sygedage": raekke["sygedage"],
                "dom": domme[raekke["er_uden_for"]],
                "antal": heltal(raekke["gns_medarbejdere"]),
                "tal": decimaltal(raekke["sygedage"]),
                "mellem": f"{decimaltal(raekke['nedre'])} til {decimaltal(raekke['oevre'])}",
                "beskrivelse": f"{raekke['enhedsnavn']}, {heltal(raekke['gns_medarbejdere'])} medarbejdere: "
                f"{decimaltal(raekke['sygedage'])}, {domme[raekke['er_uden_for']]}",
            }
            for raekke in enheder.iter_rows(named=True)
        ],
        schema_overrides={"navn_over": pl.Boolean},
    )
    orden = list(domme.values())
    grund = alt.Chart(raekker).encode(x=x, y=y)
    punkter = grund.mark_point(filled=True, size=90, opacity=0.9).encode(
        color=alt.Color("dom:N", scale=alt.Scale(domain=orden, range=[tema.KORTTID, tema.MAALTAL])),
        shape=alt.Shape("dom:N", scale=alt.Scale(domain=orden, range=["circle", "diamond"])),
        description="beskrivelse:N",
        tooltip=[
            alt.Tooltip("enhedsnavn:N", title=tekster_dashboard.ENHED),
            alt.Tooltip("antal:N", title=tekster.GNS_MEDARBEJDERE),
            alt.Tooltip("tal:N", title=tekster_dashboard.SAMMENLIGN_KOLONNER[2]),
            alt.Tooltip("mellem:N", title=tekster_dashboard.TRAGT_GRAENSE),
            alt.Tooltip("dom:N", title=tekster_dashboard.SAMMENLIGN_KOLONNER[-1]),
        ],
    )
    navne = [  # every other name above its point and below it: neighbours keep apart
        grund.transform_filter(f"datum.navn_over == {str(over).lower()}")
        .mark_text(align="left", dx=9, dy=-9 if over else 10, fontSize=13, aria=False)
        .encode(text="enhedsnavn:N")
        for over in (True, False)
    ]
    return [punkter, *navne]
