"""What a chart, its sentence and its table twin are made of; pages, files and documents draw the same one."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

import altair as alt
import polars as pl

from pipeline.database.laesning import Kilde
from pipeline.tekster import faelles as tekster
from pipeline.tekster.dansk import aendring, alfabetisk, decimaltal, heltal, procent

DECIMALER_I_FIGUR = 7
SORTERING = re.compile(r"(\d{1,2})-(op|ned)")
SLAGS: Mapping[str, Callable[[Any], str]] = {
    "tekst": str,
    "ord": str,
    "dage": decimaltal,
    "dage2": partial(decimaltal, decimaler=2),
    "aendring": aendring,
    "aendring2": partial(aendring, decimaler=2),
    "andel": procent,
    "andel1": lambda andel: f"{decimaltal(andel * 100)} pct.",
    "antal": heltal,
    "signal": tekster.SIGNALER.__getitem__,
}
"""How a value reads: days and changes with one decimal, or two, shares from 0 to 1 in per cent, counts whole, signals
in words; `ord` is a number that is in words already.
"""
TEKSTER = ("tekst", "signal")


@dataclass(frozen=True)
class Kolonne:
    navn: str
    slags: str = "tekst"


@dataclass(frozen=True)
class Tabel:
    """Values as they are, unrounded; None is no data. `enheder`: the number of the unit a row is of, where it has its
    own page; `gnister`: the quarters of each row, where they are drawn; empty where no row has one.
    """

    kolonner: tuple[Kolonne, ...]
    raekker: tuple[tuple[Any, ...], ...]
    enheder: tuple[str | None, ...] = ()
    gnister: tuple[Any, ...] = ()

    def words(self) -> Iterator[tuple[str, ...]]:
        for raekke in self.raekker:
            yield tuple(
                format_value(kolonne.slags, celle) for kolonne, celle in zip(self.kolonner, raekke, strict=True)
            )

    def arrange(self, *, sorter: str = "", soeg: str = "") -> "Tabel":
        """As a page shows it: the rows with every word of `soeg` in them, sorted as `sorter` says (`3-ned`: the fourth
        column, largest first; no data last). What it does not know of is not sorted.
        """
        ord_ = soeg.casefold().split()
        linjer = [" ".join(linje).casefold() for linje in self.words()]
        valgte = [nr for nr, linje in enumerate(linjer) if all(o in linje for o in ord_)]
        valgt = SORTERING.fullmatch(sorter)
        if valgt and int(valgt[1]) < len(self.kolonner):
            kolonne = int(valgt[1])
            med = [nr for nr in valgte if self.raekker[nr][kolonne] is not None]
            uden = [nr for nr in valgte if self.raekker[nr][kolonne] is None]
            med.sort(key=lambda nr: _sort_key(self.raekker[nr][kolonne]), reverse=valgt[2] == "ned")
            valgte = med + uden
        return replace(
            self,
            raekker=tuple(self.raekker[nr] for nr in valgte),
            enheder=tuple(self.enheder[nr] for nr in valgte) if self.enheder else (),
            gnister=tuple(self.gnister[nr] for nr in valgte) if self.gnister else (),
        )


def _sort_key(vaerdi: Any) -> Any:
    return alfabetisk(vaerdi) if isinstance(vaerdi, str) else vaerdi


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
        spec = self.figur.to_dict(validate=False)
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


def with_enhedsnr(kilde: Kilde, raekker: pl.DataFrame) -> pl.DataFrame:
    """With the numbers of the nodes that have a page of their own."""
    return raekker.join(kilde.rows("noder").select("enhed_id", "enhedsnr"), on="enhed_id", how="left")


def tabulate(
    raekker: pl.DataFrame,
    kolonner: Sequence[tuple[str, str, str]],
    *,
    enheder: str | None = None,
    gnister: str | None = None,
) -> Tabel:
    """`kolonner`: the column of `raekker`, its Danish heading, its `SLAGS`. One without a single value is left out.
    `enheder`, `gnister`: the column with the number of the unit a row leads to, and that with its quarters.
    """
    if raekker.height:
        kolonner = [kolonne for kolonne in kolonner if raekker[kolonne[0]].count()]
    return Tabel(
        tuple(Kolonne(overskrift, slags) for _, overskrift, slags in kolonner),
        tuple(raekker.select([navn for navn, _, _ in kolonner]).iter_rows()),
        tuple(raekker[enheder]) if enheder else (),
        tuple(raekker[gnister].to_list()) if gnister else (),
    )
