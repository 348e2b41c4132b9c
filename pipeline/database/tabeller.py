"""Tables from Python values, and values as SQL writes them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

TYPER = {int: pl.Int64, str: pl.String, bool: pl.Boolean, dt.date: pl.Date}


def create_table(
    con: duckdb.DuckDBPyConnection, navn: str, kolonner: dict[str, type], raekker: Iterable[Sequence[Any]]
) -> None:
    """A table in the finished database from Python values."""
    ramme = pl.DataFrame(
        list(raekker), schema={kolonne: TYPER[slags] for kolonne, slags in kolonner.items()}, orient="row"
    )
    con.register("nye_raekker", ramme)
    con.execute(f"create or replace table {navn} as select * from nye_raekker")
    con.unregister("nye_raekker")


def quote(tekst: str | Path) -> str:
    """A text, or a path, as SQL writes it."""
    return "'" + str(tekst).replace("'", "''") + "'"
