"""The charts of a figure through time: nodes beside each other, and the years month by month."""

from collections.abc import Mapping, Sequence

import altair as alt
import polars as pl

from pipeline.report import tema
from pipeline.report.signalforloeb import Signalforloeb
from pipeline.report.visning import format_value
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import MAANEDER, decimaltal, every_period, periode_med_ord

HOEJDE = 360
AKSEFORMAT = {"andel": ".0%", "andel1": ".0%", "antal": ",d"}
"""How an axis reads a `SLAGS`; days otherwise."""
FORM_AF = {"godt": "triangle-down", "skidt": "triangle-up"}
"""The mark of a signal: never by colour alone."""


def linjer(
    forloeb: pl.DataFrame, *, slags: str, akse: str, beskrivelse: str, signaler: Signalforloeb | None = None
) -> alt.LayerChart:
    """One line a node, over every period from the first to the last; of one of them the band, and its signals marked.
    `forloeb`: enhedsnavn, periode, er_foreloebig, vaerdi.
    """
    navne = {
        periode: periode_med_ord(periode).replace(" kvartal ", " kv. ")
        for periode in every_period(forloeb["periode"].unique())
    }
    raekker = forloeb.filter(pl.col("vaerdi").is_not_null()).with_columns(
        pl.col("periode").replace_strict(navne, return_dtype=pl.String).alias("navn")
    )
    x = alt.X(
        "navn:O",
        sort=list(navne.values()),
        scale=alt.Scale(domain=list(navne.values())),
        axis=alt.Axis(title=None, labelAngle=0, labelOverlap="parity", labelSeparation=12),
    )
    return _draw(
        _with_words(raekker, "enhedsnavn", slags),
        x=x,
        serie="enhedsnavn",
        slags=slags,
        akse=akse,
        beskrivelse=beskrivelse,
        under=[_baand(signaler, navne, x, _y("fra", slags, akse))] if signaler and signaler.baand.height else [],
        over=[_maerker(signaler, navne, x, _y("vaerdi", slags, akse))] if signaler and signaler.maerker else [],
    )


def _baand(signaler: Signalforloeb, navne: Mapping[str, str], x: alt.X, y: alt.Y) -> alt.Chart:
    """A bar a quarter behind the line: where the change since the year before may be chance."""
    raekker = [
        {"navn": navne[raekke["periode"]], "fra": raekke["fra"], "til": raekke["til"]}
        | {
            "beskrivelse": tekster_dashboard.BAAND_LINJE.format(
                enhed=signaler.enhed,
                hvornaar=periode_med_ord(raekke["periode"]),
                fra=decimaltal(raekke["fra"]),
                til=decimaltal(raekke["til"]),
            )
        }
        for raekke in signaler.baand.iter_rows(named=True)
    ]
    soejler = alt.Chart(pl.DataFrame(raekker)).mark_rule(strokeWidth=9, strokeCap="butt", color=tema.BAAND)
    baand: alt.Chart = soejler.encode(
        x=x, y=y, y2="til:Q", description="beskrivelse:N", tooltip=alt.Tooltip("beskrivelse:N", title="")
    )
    return baand


def _maerker(signaler: Signalforloeb, navne: Mapping[str, str], x: alt.X, y: alt.Y) -> alt.Chart:
    """Each signal, by shape and colour, over the point it is of."""
    raekker = [
        {"navn": navne[maerke["periode"]], "vaerdi": maerke["vaerdi"], "farve": tema.DOMME[maerke["dom"]]}
        | {
            "form": FORM_AF[maerke["dom"]],
            "beskrivelse": tekster_dashboard.SIGNAL_LINJE.format(
                enhed=signaler.enhed, hvornaar=periode_med_ord(maerke["periode"]), signal=maerke["signal"]
            ),
        }
        for maerke in signaler.maerker
    ]
    former = alt.Chart(pl.DataFrame(raekker)).mark_point(filled=True, size=130, opacity=1, yOffset=-16)
    maerker: alt.Chart = former.encode(
        x=x,
        y=y,
        color=alt.Color("farve:N", scale=None, legend=None),
        shape=alt.Shape("form:N", scale=None, legend=None),
        description="beskrivelse:N",
        tooltip=alt.Tooltip("beskrivelse:N", title=""),
    )
    return maerker


def saeson(forloeb: pl.DataFrame, *, slags: str, akse: str, beskrivelse: str) -> alt.LayerChart:
    """One line a year, over its months. `forloeb`: aar, maaned (1 to 12), er_foreloebig, vaerdi."""
    korte = [maaned[:3] for maaned in MAANEDER]
    raekker = forloeb.filter(pl.col("vaerdi").is_not_null()).with_columns(
        pl.col("maaned").map_elements(lambda m: korte[m - 1], return_dtype=pl.String).alias("navn"),
        pl.col("aar").cast(pl.String).alias("aar"),
    )
    return _draw(
        _with_words(raekker, "aar", slags),
        x=alt.X("navn:O", sort=korte, axis=alt.Axis(title=None, labelAngle=0)),
        serie="aar",
        slags=slags,
        akse=akse,
        beskrivelse=beskrivelse,
    )


def _with_words(raekker: pl.DataFrame, serie: str, slags: str) -> pl.DataFrame:
    """The tooltip's and the screen reader's words."""
    ord_pr_raekke = [
        {
            "tal": format_value(slags, raekke["vaerdi"]),
            "hvornaar": f"{raekke['navn']}{tekster.FORELOEBIG if raekke['er_foreloebig'] else ''}",
        }
        for raekke in raekker.iter_rows(named=True)
    ]
    ordene = pl.DataFrame(ord_pr_raekke, schema={"tal": pl.String, "hvornaar": pl.String})
    return pl.concat([raekker, ordene], how="horizontal").with_columns(
        pl.concat_str(pl.col(serie), pl.lit(", "), pl.col("hvornaar"), pl.lit(": "), pl.col("tal")).alias("beskrivelse")
    )


def _y(felt: str, slags: str, akse: str) -> alt.Y:
    return alt.Y(
        f"{felt}:Q",
        scale=alt.Scale(zero=False, nice=True, padding=12),
        axis=tema.draw_y_akse(
            akse, format=AKSEFORMAT.get(slags, ",.1f"), labelExpr="replace(datum.label, '%', ' pct.')"
        ),
    )


def _draw(
    raekker: pl.DataFrame,
    *,
    x: alt.X,
    serie: str,
    slags: str,
    akse: str,
    beskrivelse: str,
    under: Sequence[alt.Chart] = (),
    over: Sequence[alt.Chart] = (),
) -> alt.LayerChart:
    """Colour, dash and point part the lines, so that grey print and colour-blind eyes tell them apart. `under` and
    `over`: what is drawn behind the lines and in front of them.
    """
    serier = raekker[serie].unique(maintain_order=True).to_list()
    farve = alt.Color(
        f"{serie}:N", scale=alt.Scale(domain=serier, range=list(tema.SERIER[: len(serier)])), legend=alt.Legend()
    )
    grund = alt.Chart(
        raekker.select("navn", serie, "vaerdi", "er_foreloebig", "tal", "hvornaar", "beskrivelse")
    ).encode(
        x=x,
        y=_y("vaerdi", slags, akse),
    )
    linje = grund.mark_line(strokeWidth=2.5, aria=False).encode(
        color=farve,
        strokeDash=alt.StrokeDash(
            f"{serie}:N", scale=alt.Scale(domain=serier, range=list(tema.STREGER[: len(serier)])), legend=None
        ),
    )
    punkt = grund.mark_point(filled=True, size=55, opacity=1).encode(
        color=farve,
        shape=alt.Shape(
            f"{serie}:N", scale=alt.Scale(domain=serier, range=list(tema.FORMER[: len(serier)])), legend=None
        ),
        opacity=alt.condition("datum.er_foreloebig", alt.value(0.45), alt.value(1)),
        description="beskrivelse:N",
        tooltip=[
            alt.Tooltip(
                f"{serie}:N", title=tekster_dashboard.ENHED if serie == "enhedsnavn" else tekster_dashboard.SAESON_AAR
            ),
            alt.Tooltip("hvornaar:N", title=tekster_dashboard.PERIODE),
            alt.Tooltip("tal:N", title=akse),
        ],
    )
    figur: alt.LayerChart = alt.layer(*under, linje, punkt, *over).configure(**tema.TEMA)
    return figur.properties(height=HOEJDE, width="container", description=beskrivelse)
