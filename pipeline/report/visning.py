"""What a chart, its sentence and its table twin are made of; pages, files and documents draw the same one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import altair as alt
import polars as pl

from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import aendring, decimaltal, heltal, procent

DECIMALER_I_FIGUR = 7
SLAGS: Mapping[str, Callable[[Any], str]] = {
    "tekst": str,
    "dage": decimaltal,
    "aendring": aendring,
    "andel": procent,
    "andel1": lambda andel: f"{decimaltal(andel * 100)} pct.",
    "antal": heltal,
}
"""How a value reads: days and changes with one decimal, shares from 0 to 1 in per cent, counts whole."""


@dataclass(frozen=True)
class Kolonne:
    navn: str
    slags: str = "tekst"


@dataclass(frozen=True)
class Tabel:
    """Values as they are, unrounded; None is no data."""

    kolonner: tuple[Kolonne, ...]
    raekker: tuple[tuple[Any, ...], ...]

    def words(self) -> Iterator[tuple[str, ...]]:
        for raekke in self.raekker:
            yield tuple(
                format_value(kolonne.slags, celle) for kolonne, celle in zip(self.kolonner, raekke, strict=True)
            )

    @property
    def antal_tekst(self) -> int:
        """The text columns in front."""
        return next((nr for nr, kolonne in enumerate(self.kolonner) if kolonne.slags != "tekst"), len(self.kolonner))


@dataclass(frozen=True)
class Visning:
    """`saetning` says what it shows, in one sentence; no `figur` where a table says it all."""

    navn: str
    titel: str
    saetning: str
    tabel: Tabel
    figur: alt.LayerChart | None = None
    note: str = ""

    @cached_property
    def spec(self) -> dict[str, Any] | None:
        """In Vega-Lite, data inside each layer, rounded far below what can be seen. Made once: Altair is slow."""
        if self.figur is None:
            return None
        spec = self.figur.to_dict()
        data = spec.pop("datasets", {})
        return dict(_put_inside(spec, data))


def _put_inside(led: Any, data: Mapping[str, Any]) -> Any:
    if isinstance(led, list):
        return [_put_inside(del_, data) for del_ in led]
    if isinstance(led, float):
        return round(led, DECIMALER_I_FIGUR)
    if not isinstance(led, dict):
        return led
    if led.get("name") in data and len(led) == 1:
        return {"values": _put_inside(data[led["name"]], {})}
    return {navn: _put_inside(del_, data) for navn, del_ in led.items()}


def format_value(slags: str, vaerdi: Any) -> str:
    return tekster.MANGLER_TAL if vaerdi is None else SLAGS[slags](vaerdi)


def tabulate(raekker: pl.DataFrame, kolonner: Sequence[tuple[str, str, str]]) -> Tabel:
    """`kolonner`: the column of `raekker`, its Danish heading, its `SLAGS`. One without a single value is left out."""
    if raekker.height:
        kolonner = [kolonne for kolonne in kolonner if raekker[kolonne[0]].count()]
    return Tabel(
        tuple(Kolonne(overskrift, slags) for _, overskrift, slags in kolonner),
        tuple(raekker.select([navn for navn, _, _ in kolonner]).iter_rows()),
    )
