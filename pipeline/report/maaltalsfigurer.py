"""The charts of the page Måltal. A unit's name stands above its bar, so that a phone has room for both.

Bullet charts after Few (2006): a bar from zero, what it is held against a thin mark across it, never a bar.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import polars as pl

from pipeline.report import tema
from pipeline.report.aendringer import judge_aendring
from pipeline.tekster import dashboard as tekster_dashboard
from pipeline.tekster import faelles
from pipeline.tekster import hvorfor as tekster_hvorfor
from pipeline.tekster import maaltal as tekster
from pipeline.tekster.dansk import aendring, decimaltal, periode_med_ord

LINJE = 50
"""Pixels a unit: its name, and its bar below."""
NAVN_Y, SOEJLE_Y = -11, 9
TYK, HOEJ = 16, 24
LUFT = 1.35
"""The axis in largest values: room beside a bar for its words."""
LEGENDENS_KOLONNER = 2
KUN_BREDDEN = alt.AutoSizeParams(type="fit-x", contains="padding")
"""Legend and axis come on top of the lines' height, as in a file."""
AARETS_TAL = ("aar_til_dato", "sidste_aar_til_dato", "prognose", "nedre", "oevre")


def maalsoejler(enheder: pl.DataFrame, *, periode: str, akse: str, beskrivelse: str) -> alt.LayerChart:
    """`enheder`: read_maaltal of units with a distance to their måltal, from above. Grey but for a signal."""
    raekker = pl.DataFrame([_make_soejle(nr, raekke, periode) for nr, raekke in enumerate(enheder.to_dicts())])
    akser = _Akser(raekker["ende"].max(), akse)  # type: ignore[arg-type]
    farver = {tekster.SYGEDAGE: tema.DOMME[""], faelles.MAALTAL: tema.MAALTAL}
    lag = [
        _draw_bars(_as_serie(raekker, tekster.SYGEDAGE), akser, ("nul", "sygedage"), farve=_colour(farver)),
        *_draw_signaler(raekker, akser),
        *_draw_maaltal(raekker, akser, farver),
        *_draw_words(raekker, akser),
    ]
    return _put_together(lag, raekker.height, beskrivelse)


def aarsbaand(enheder: pl.DataFrame, *, akse: str, beskrivelse: str) -> alt.LayerChart:
    """The year to date as a bar, the same months of last year a mark, the forecast a point in its band. `enheder`:
    read_maaltal of those with a year to date, from above.
    """
    raekker = pl.DataFrame(
        [_make_baand(nr, raekke) for nr, raekke in enumerate(enheder.to_dicts())],
        schema_overrides=dict.fromkeys((*AARETS_TAL, "maaltal"), pl.Float64),
    )
    farver = {
        tekster.AARET_TIL_DATO: tema.DOMME[""],
        tekster.SIDSTE_AAR: tema.TEKST,
        tekster.PROGNOSE: tema.LANGTID,
        tekster.BAAND: tema.BAAND,
        faelles.MAALTAL: tema.MAALTAL,
    }
    if raekker["maaltal"].count() == 0:
        del farver[faelles.MAALTAL]
    akser = _Akser(raekker["ende"].max(), akse)  # type: ignore[arg-type]
    lag = [
        _draw_bars(
            _as_serie(raekker, tekster.BAAND),
            akser,
            ("nedre", "oevre"),
            farve=_colour(farver),
            tykkelse=HOEJ,
            tavs=True,
        ),
        _draw_bars(
            _as_serie(raekker, tekster.AARET_TIL_DATO),
            akser,
            ("nul", "aar_til_dato"),
            farve=_colour(farver),
        ),
        _draw_ticks(
            _as_serie(raekker, tekster.SIDSTE_AAR), akser, "sidste_aar_til_dato", farve=_colour(farver), bredde=2
        ),
        *(_draw_maaltal(raekker, akser, farver) if faelles.MAALTAL in farver else []),
        _ground(_as_serie(raekker, tekster.PROGNOSE).filter(pl.col("prognose").is_not_null()), akser, "prognose")
        .mark_point(filled=True, size=90, opacity=1, shape="diamond", yOffset=SOEJLE_Y, aria=False)
        .encode(color=_colour(farver)),
        *_draw_words(raekker, akser),
    ]
    return _put_together(lag, raekker.height, beskrivelse)


@dataclass(frozen=True)
class _Akser:
    """`stoerst`: the largest value in the chart."""

    stoerst: float
    titel: str

    def x(self, felt: str) -> alt.X:
        return alt.X(
            f"{felt}:Q",
            stack=None,
            scale=alt.Scale(domain=[0, (self.stoerst or 1) * LUFT], nice=False),
            axis=alt.Axis(title=self.titel, format=",~f", tickCount=6, domain=False),
        )


def _make_soejle(nr: int, raekke: Mapping[str, Any], periode: str) -> dict[str, Any]:
    navn, dom = raekke["enhedsnavn"], judge_aendring(raekke, "aar")
    ord_ = {
        "tal": decimaltal(raekke["sygedage"]),
        "maaltal": decimaltal(raekke["maaltal"]),
        "afstand": aendring(raekke["afstand_til_maaltal"]),
    }
    siden = f"{faelles.RETNING[raekke['aar_signal']]} {tekster_hvorfor.SIDEN['aar']}" if dom else ""
    return {
        "nr": nr,
        "nul": 0,
        "navn": navn,
        "sygedage": raekke["sygedage"],
        "maaltal": raekke["maaltal"],
        "ende": max(raekke["sygedage"], raekke["maaltal"]),
        "ord": f"{tekster.TAL_OG_AFSTAND.format(**ord_)} {faelles.PILE[raekke['aar_signal']] if dom else ''}".strip(),
        "beskrivelse": tekster.SOEJLE_LINJE.format(enhed=navn, **ord_),
        "farve": tema.DOMME[dom] if dom else None,
        "signal": tekster_dashboard.SIGNAL_LINJE.format(enhed=navn, hvornaar=periode_med_ord(periode), signal=siden),
    }


def _make_baand(nr: int, raekke: Mapping[str, Any]) -> dict[str, Any]:
    tal = {navn: raekke[navn] for navn in AARETS_TAL}
    maaltal = raekke["maaltal"] if raekke["afstand_til_maaltal"] is not None else None
    prognose = word_prognose(raekke, tekster.PROGNOSE_KORT)
    return tal | {
        "nr": nr,
        "nul": 0,
        "navn": raekke["enhedsnavn"],
        "maaltal": maaltal,
        "ende": max(vaerdi for vaerdi in (*tal.values(), maaltal) if vaerdi is not None),
        "ord": prognose or tekster.TIL_DATO.format(tal=decimaltal(raekke["aar_til_dato"])),
        "beskrivelse": tekster.AARET_LINJE.format(
            enhed=raekke["enhedsnavn"],
            til_dato=decimaltal(raekke["aar_til_dato"]),
            prognose=tekster.AARET_LINJE_PROGNOSE.format(prognose=prognose) if prognose else "",
        ),
    }


def word_prognose(raekke: Mapping[str, Any], form: str) -> str:
    """The forecast and the ends of its interval, which in December there is none of; nothing without one."""
    if raekke["prognose"] is None:
        return ""
    if raekke["nedre"] is None:
        return decimaltal(raekke["prognose"])
    return form.format(**{navn: decimaltal(raekke[navn]) for navn in ("prognose", "nedre", "oevre")})


def _ground(raekker: pl.DataFrame, akser: _Akser, felt: str) -> alt.Chart:
    y = alt.Y("nr:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    grund: alt.Chart = alt.Chart(raekker).encode(x=akser.x(felt), y=y)
    return grund


def _as_serie(raekker: pl.DataFrame, serie: str) -> pl.DataFrame:
    return raekker.with_columns(serie=pl.lit(serie))


def _colour(farver: Mapping[str, str]) -> alt.Color:
    """By the series a layer is; alike in every layer, so that they share one legend."""
    legende = alt.Legend(description=faelles.FIGUR_1_SIGNATUR, columns=LEGENDENS_KOLONNER)
    skala = alt.Scale(domain=list(farver), range=list(farver.values()))
    return alt.Color("serie:N", scale=skala, legend=legende)


def _draw_bars(
    raekker: pl.DataFrame,
    akser: _Akser,
    ender: tuple[str, str],
    *,
    farve: alt.Color,
    tykkelse: int = TYK,
    tavs: bool = False,
) -> alt.Chart:
    fra, til = ender
    soejler = _ground(raekker.filter(pl.col(til).is_not_null()), akser, til).mark_bar(
        size=tykkelse, yOffset=SOEJLE_Y, aria=not tavs
    )
    ord_ = {} if tavs else {"description": alt.Description("beskrivelse:N")}
    lag: alt.Chart = soejler.encode(x2=f"{fra}:Q", color=farve, tooltip=alt.Tooltip("beskrivelse:N", title=""), **ord_)
    return lag


def _draw_signaler(raekker: pl.DataFrame, akser: _Akser) -> list[alt.Chart]:
    """Over the grey bars those whose change is a signal, in its colour and heard as one."""
    egne = raekker.filter(pl.col("farve").is_not_null()).select(
        "nr", "nul", "sygedage", "farve", pl.col("signal").alias("beskrivelse")
    )
    farve = alt.Color("farve:N", scale=None, legend=None)
    return [_draw_bars(egne, akser, ("nul", "sygedage"), farve=farve)] if egne.height else []


def _draw_maaltal(raekker: pl.DataFrame, akser: _Akser, farver: Mapping[str, str]) -> list[alt.Chart]:
    """A thin mark across the bar, edged in white so that it stands out from it."""
    return [
        _draw_ticks(raekker, akser, "maaltal", farve=alt.value(tema.GRUND), bredde=7),
        _draw_ticks(_as_serie(raekker, faelles.MAALTAL), akser, "maaltal", farve=_colour(farver), bredde=3),
    ]


def _draw_ticks(raekker: pl.DataFrame, akser: _Akser, felt: str, *, farve: Any, bredde: int) -> alt.Chart:
    """Silent: the bar tells a screen reader everything."""
    lag: alt.Chart = (
        _ground(raekker.filter(pl.col(felt).is_not_null()), akser, felt)
        .mark_tick(thickness=bredde, size=HOEJ, opacity=1, yOffset=SOEJLE_Y, aria=False)
        .encode(color=farve)
    )
    return lag


def _draw_words(raekker: pl.DataFrame, akser: _Akser) -> list[alt.Chart]:
    navne = _ground(raekker, akser, "nul").mark_text(
        align="left", baseline="middle", fontSize=14, dx=3, yOffset=NAVN_Y, aria=False
    )
    tal = _ground(raekker, akser, "ende").mark_text(
        align="left", baseline="middle", fontSize=13, dx=8, yOffset=SOEJLE_Y, aria=False
    )
    return [navne.encode(text="navn:N"), tal.encode(text="ord:N")]


def _put_together(lag: Sequence[alt.Chart], antal: int, beskrivelse: str) -> alt.LayerChart:
    figur: alt.LayerChart = alt.layer(*lag).configure(**tema.TEMA)
    return figur.properties(height=LINJE * antal, width="container", description=beskrivelse, autosize=KUN_BREDDEN)
