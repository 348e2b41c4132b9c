"""Holds the product's key figures against `polars_dage`: the same nodes, month ends and numbers."""

import csv
import math
from pathlib import Path

from benchmarks.filer import NOEGLETAL

TOLERANCE = 1e-6  # relative; the product counts in exact steps of 1e-8 dagsværk, Polars in floating point

Figures = dict[tuple[int, str], tuple[float | None, ...]]


def read_polars(fil: Path) -> Figures:
    with fil.open(encoding="utf-8", newline="") as aaben:
        return {(int(row["node"]), row["periode"]): _figures(row) for row in csv.DictReader(aaben)}


def read_product(fil: Path) -> Figures:
    """Every month end of the ordinary nodes; a named group has no number and is left out."""
    with fil.open(encoding="utf-8-sig", newline="") as aaben:
        return {
            (int(row["enhedsnr"]), row["maaned"]): _figures(row)
            for row in csv.DictReader(aaben)
            if row["enhedsnr"].isdigit()
        }


def find_differences(produkt: Figures, polars: Figures) -> list[str]:
    """One sentence per difference, none when equal."""
    fundet = [f"{noegle}: only in one of them" for noegle in sorted(produkt.keys() ^ polars.keys())]
    for noegle in sorted(produkt.keys() & polars.keys()):
        for navn, vort, deres in zip(NOEGLETAL, produkt[noegle], polars[noegle], strict=True):
            if not _is_equal(vort, deres):
                fundet.append(f"{noegle} {navn}: {vort} and {deres}")
    return fundet


def _is_equal(vort: float | None, deres: float | None) -> bool:
    if vort is None or deres is None:
        return vort is deres
    return math.isclose(vort, deres, rel_tol=TOLERANCE, abs_tol=TOLERANCE)


def _figures(row: dict[str, str]) -> tuple[float | None, ...]:
    return tuple(float(row[navn]) if row[navn] else None for navn in NOEGLETAL)
