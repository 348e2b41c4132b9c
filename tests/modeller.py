"""One model of sql/ over tables laid out by hand: the rows it makes of them."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import duckdb
import polars as pl

from pipeline.database.modeller import read_model, run_macros

Raekker = Sequence[Mapping[str, Any]]


def run_model(mappe: str, navn: str, tabeller: Mapping[str, Raekker], **parametre: Any) -> list[tuple[Any, ...]]:
    """The model's rows, sorted; a table named `maal.…` is the build's, as a scope's models see it."""
    con = _connection()
    try:
        for tabel, raekker in tabeller.items():
            con.register("lagt", pl.DataFrame(list(raekker), infer_schema_length=None))
            con.execute(f"create table {tabel} as select * from lagt")
        return sorted(con.execute(read_model(mappe, navn).sql, parametre).fetchall(), key=repr)
    finally:
        for tabel in tabeller:
            con.execute(f"drop table if exists {tabel}")


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    """One for all tests of a worker: the macros are the same for every model."""
    con = duckdb.connect(":memory:")
    run_macros(con)
    con.execute("attach ':memory:' as maal")
    return con
