"""The charts, drawn once for dashboard and documents."""

import altair as alt
import polars as pl

from pipeline.report import tema
from pipeline.report.haendelser import draw_haendelser
from pipeline.report.visning import format_value
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import decimaltal, every_period, periode_med_ord

HOEJDE = 320
LINJEHOEJDE = 34
LUFT = 1.15
"""The y axis in highest columns: room above them for the total and the top's name."""
FARVER = {
    tekster.I_ALT: tema.KORTTID,
    tekster.KORTTIDSFRAVAER: tema.KORTTID,
    tekster.LANGTIDSFRAVAER: tema.LANGTID,
}
EFTER_SIDSTE = " "
"""The place on the axis after the newest quarter."""
LYS = 0.45
"""Opacity of a foreløbig quarter."""

PLADS_TIL_NAVNE = "isFinite(containerSize()[0]) && containerSize()[0] < 480 ? containerSize()[0] * 0.45 : 0"
PLADS_TIL_TAL = f"width - ({tema.ER_SMAL} ? 28 : 0)"
"""In Vega's own words: on a phone the names get not quite half, and the number beside the longest bar what it needs."""


def figur_1(
    kvartaler: pl.DataFrame,
    *,
    enhed: str,
    beskrivelse: str,
    haendelser: dict[str, str] | None = None,
    maaltal_tekst: str = "",
) -> alt.LayerChart:
    """Short and long absence stacked, quarter by quarter, the total above, måltal across, the top named.
    A quarter without figures has its place on the axis.

    `kvartaler`: sql/50_visning/udgivelse/figur_1.sql. `enhed` names the y axis, `beskrivelse` is the alt text,
    `haendelser` what began in a quarter. `maaltal_tekst`: said of the newest måltal, in a place of its own at the end.
    """
    med_tekst = _add_labels(kvartaler)
    soejler = _split_absence(med_tekst)
    raekkefoelge = [_name_kvartal(kvartal) for kvartal in every_period(kvartaler["periode"])]
    if maaltal_tekst:
        raekkefoelge.append(EFTER_SIDSTE)
    x = alt.X(
        "kvartal:O",
        sort=raekkefoelge,
        scale=alt.Scale(domain=raekkefoelge, paddingInner=0.25, paddingOuter=0.1),
        axis=alt.Axis(
            title=None,
            labelAngle=0,
            labelExpr="split(datum.label, '\\n')",
            labelLineHeight=16,
            labelOverlap="parity",
            description=tekster.FIGUR_1_X_AKSE,
        ),
    )
    lag = [_draw_columns(soejler, x=x, enhed=enhed), *_draw_labels(med_tekst, x=x)]
    if med_tekst["maaltal"].count():
        lag += _draw_maaltal(med_tekst.filter(pl.col("maaltal").is_not_null()), raekkefoelge=raekkefoelge)
    if maaltal_tekst:
        lag.append(_draw_maaltal_tekst(med_tekst, maaltal_tekst, x=x))
    if haendelser:
        navne = {kvartal: _name_kvartal(kvartal) for kvartal in haendelser}
        lag.append(draw_haendelser(haendelser, x=x, navne=navne))
    figur: alt.LayerChart = alt.layer(*lag).configure(**tema.TEMA)
    return figur.properties(height=HOEJDE, width="container", description=beskrivelse)


def _add_labels(kvartaler: pl.DataFrame) -> pl.DataFrame:
    """One text a quarter for the axis, the total, the tooltip and the screen reader."""
    raekker = []
    for raekke in kvartaler.iter_rows(named=True):
        periode = periode_med_ord(raekke["periode"])
        foreloebig = tekster.FORELOEBIG if raekke["er_foreloebig"] else ""
        raekker.append(
            raekke
            | {
                "kvartal": _name_kvartal(raekke["periode"]),
                "maerke": tekster.HOEJEST if raekke["er_top"] else foreloebig.strip(" ()"),
                "periode_tekst": periode + foreloebig,
                "i_alt_tekst": decimaltal(raekke["sygedage"]),
                "korttid_tekst": format_value("dage", raekke["korttid"]),
                "langtid_tekst": format_value("dage", raekke["langtid"]),
                "maaltal_tekst": format_value("dage", raekke["maaltal"]),
            }
        )
    return pl.DataFrame(raekker, infer_schema_length=None, schema_overrides={"maaltal": pl.Float64})


def _name_kvartal(periode: str) -> str:
    return periode_med_ord(periode).replace(" kvartal ", " kv.\n")


def _split_absence(kvartaler: pl.DataFrame) -> pl.DataFrame:
    """Korn: kvartal, fraværets længde; long absence at the foot of the column. The total alone where a quarter is not
    divided.
    """
    dele = {"langtid": tekster.LANGTIDSFRAVAER, "korttid": tekster.KORTTIDSFRAVAER}
    if kvartaler["langtid"].null_count():
        dele = {"i_alt": tekster.I_ALT}
        kvartaler = kvartaler.with_columns(pl.col("sygedage").alias("i_alt"))
    return pl.concat(
        kvartaler.with_columns(
            pl.col(navn).alias("dage"),
            pl.lit(tekst).alias("laengde"),
            pl.lit(orden).alias("orden"),
            _read_aloud(tekst, f"{navn}_tekst"),
        )
        for orden, (navn, tekst) in enumerate(dele.items())
    )


def _read_aloud(navn: str, tekst: str) -> pl.Expr:
    """`2. kvartal 2025, Måltal: 13,3`."""
    return pl.concat_str(pl.col("periode_tekst"), pl.lit(f", {navn}: "), pl.col(tekst)).alias("beskrivelse")


def _draw_columns(soejler: pl.DataFrame, *, x: alt.X, enhed: str) -> alt.Chart:
    dele = set(soejler["laengde"])
    farver = {navn: farve for navn, farve in FARVER.items() if navn in dele}
    if soejler["maaltal"].count():
        farver[tekster.MAALTAL] = tema.MAALTAL
    hoejest = max(soejler["sygedage"].to_list() + soejler["maaltal"].drop_nulls().to_list()) or 1
    figur: alt.Chart = (
        alt.Chart(soejler)
        .mark_bar()
        .encode(
            x=x,
            y=alt.Y(
                "dage:Q",
                stack="zero",
                scale=alt.Scale(domainMin=0, domainMax=hoejest * LUFT, nice=False),
                axis=tema.draw_y_akse(
                    enhed,
                    titleY=-4,
                    format=",~f",
                    grid=False,
                    description=tekster.FIGUR_1_Y_AKSE.format(enhed=enhed),
                ),
            ),
            color=alt.Color(
                "laengde:N",
                scale=alt.Scale(domain=list(farver), range=list(farver.values())),
                legend=alt.Legend(description=tekster.FIGUR_1_SIGNATUR),
            ),
            order="orden:O",
            opacity=alt.condition("datum.er_foreloebig", alt.value(LYS), alt.value(1)),
            description="beskrivelse:N",
            tooltip=[
                alt.Tooltip("periode_tekst:N", title=tekster.KVARTAL),
                alt.Tooltip("i_alt_tekst:N", title=tekster.I_ALT),
                alt.Tooltip("korttid_tekst:N", title=tekster.KORTTIDSFRAVAER),
                alt.Tooltip("langtid_tekst:N", title=tekster.LANGTIDSFRAVAER),
                alt.Tooltip("maaltal_tekst:N", title=tekster.MAALTAL),
            ],
        )
    )
    return figur


def _draw_labels(kvartaler: pl.DataFrame, *, x: alt.X) -> list[alt.Chart]:
    """Silent, for the columns tell a screen reader everything; above a måltal that lies in their way. On a phone only
    the first, the highest and the last have room.
    """
    over = pl.when(pl.col("maaltal").is_between(pl.col("sygedage"), pl.col("sygedage") * LUFT)).then("maaltal")
    nr = pl.int_range(pl.len())
    altid = (nr == 0) | (nr == pl.len() - 1) | pl.col("er_top")
    kvartaler = kvartaler.with_columns(over.otherwise("sygedage").alias("etiket"), altid.alias("vises_altid"))
    grund = alt.Chart(kvartaler).encode(x=x, y="etiket:Q")
    i_alt = grund.mark_text(baseline="bottom", dy=-4, fontWeight="bold", aria=False).encode(
        text=alt.condition(f"datum.vises_altid || !({tema.ER_SMAL})", "i_alt_tekst:N", alt.value(""))
    )
    maerke = grund.mark_text(baseline="bottom", dy=-21, aria=False).encode(text="maerke:N")
    return [i_alt, maerke]


def _draw_maaltal(kvartaler: pl.DataFrame, *, raekkefoelge: list[str]) -> list[alt.Chart]:
    """A line across each column, edged in white so that it stands out from the blue."""
    grund = alt.Chart(
        kvartaler.with_columns(
            _read_aloud(tekster.MAALTAL, "maaltal_tekst"),
            pl.lit(tekster.MAALTAL).alias("laengde"),
        )
    ).encode(
        x=alt.X("kvartal:O", sort=raekkefoelge, bandPosition=0), x2=alt.X2("kvartal", bandPosition=1), y="maaltal:Q"
    )
    return [
        grund.mark_rule(color=tema.GRUND, strokeWidth=6, aria=False),
        grund.mark_rule(strokeWidth=3).encode(color="laengde:N", description="beskrivelse:N"),
    ]


def _draw_maaltal_tekst(kvartaler: pl.DataFrame, tekst: str, *, x: alt.X) -> alt.Chart:
    sidste = kvartaler.filter(pl.col("maaltal").is_not_null()).tail(1)
    etiket = sidste.with_columns(pl.lit(EFTER_SIDSTE).alias("kvartal"), pl.lit(tekst).alias("tekst"))
    figur: alt.Chart = (
        alt.Chart(etiket)
        .mark_text(align="center", baseline="middle", color=tema.MAALTAL, lineBreak="\n", fontWeight="bold", aria=False)
        .encode(x=x, y="maaltal:Q", text="tekst:N")
    )
    return figur


def liggende_soejler(raekker: pl.DataFrame, *, akse: str, beskrivelse: str) -> alt.LayerChart:
    """One lying bar a row in its colour, its words at the end. `raekker`: navn, fra, til, tekst, farve; from above.

    The axis states no figures, not even aloud: each bar has its own, and a scale's would be figures no table has.
    """
    raekker = raekker.with_columns(
        pl.concat_str(pl.col("navn"), pl.lit(": "), pl.col("tekst")).alias("beskrivelse"),
        pl.max_horizontal("fra", "til").alias("ende"),
    )
    yder = [0.0, *raekker["fra"], *raekker["til"]]
    bund, top = min(yder), max(yder)
    luft = (top - bund) * 0.12 or 1.0
    grund = alt.Chart(raekker).encode(
        y=alt.Y(
            "navn:N",
            sort=raekker["navn"].to_list(),
            axis=alt.Axis(title=None, labelLimit=alt.ExprRef(PLADS_TIL_NAVNE), domain=False),
        ),
    )
    soejler = grund.mark_bar(height={"band": 0.62}).encode(
        x=alt.X(
            "fra:Q",
            scale=alt.Scale(domain=[bund, top + luft], range=[0, alt.ExprRef(PLADS_TIL_TAL)], nice=False),
            axis=alt.Axis(title=akse, titleAnchor="end", grid=False, labels=False, ticks=False, aria=False),
        ),
        x2="til:Q",
        color=alt.Color("farve:N", scale=None),
        description="beskrivelse:N",
    )
    tal = grund.mark_text(align="left", dx=5, aria=False).encode(x="ende:Q", text="tekst:N")
    figur: alt.LayerChart = alt.layer(soejler, tal).configure(**tema.TEMA)
    return figur.properties(height=LINJEHOEJDE * raekker.height, width="container", description=beskrivelse)
