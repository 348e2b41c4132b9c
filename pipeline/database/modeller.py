"""Runs the models in `sql/`: one SELECT a file, the file's name is the table's name.

A folder is a phase. Within it a model runs after those it mentions, so no order is written down anywhere else.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from graphlib import TopologicalSorter
from typing import Any

import duckdb

from pipeline.mapper import shipped_folder

PARAMETER = re.compile(r"\$([a-z_0-9]+)")
KOMMENTAR = re.compile(r"--[^\n]*")
KILDE = re.compile(r"\b(?:from|join)\s+([a-z_][a-z_0-9]*)")

Pythonmodel = Callable[[duckdb.DuckDBPyConnection], None]


@dataclass(frozen=True)
class Model:
    """One file of `sql/`. A `Midlertidig` model is not kept in the finished database."""

    navn: str
    sql: str
    er_midlertidig: bool

    @cached_property
    def parametre(self) -> frozenset[str]:
        return frozenset(PARAMETER.findall(self.sql))

    @cached_property
    def omtalte(self) -> frozenset[str]:
        return frozenset(KILDE.findall(self.sql))


@cache
def read_models(mappe: str) -> tuple[Model, ...]:
    """The models of one folder of `sql/`, by name."""
    models = []
    for fil in sorted((shipped_folder("sql") / mappe).rglob("*.sql")):
        tekst = fil.read_text(encoding="utf-8")
        models.append(Model(fil.stem, KOMMENTAR.sub("", tekst).strip(), "Midlertidig." in tekst.split("\nwith")[0]))
    return tuple(models)


def read_model(mappe: str, navn: str) -> Model:
    """Errors: `StopIteration` for a name there is no file of."""
    return next(model for model in read_models(mappe) if model.navn == navn)


def sort_models(models: tuple[Model, ...], python: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Names in an order in which each comes after those it mentions.

    `python` names tables made by Python and the models each of them is made from.
    """
    navne = {model.navn for model in models} | python.keys()
    graf = {model.navn: set(model.omtalte & navne) - {model.navn} for model in models}
    graf |= {navn: set(kilder) for navn, kilder in python.items()}
    return list(TopologicalSorter({navn: sorted(graf[navn]) for navn in sorted(graf)}).static_order())


def run_macros(con: duckdb.DuckDBPyConnection, *, varige: bool = False) -> None:
    """The macros of this connection; with `varige` those a finished build is asked with, for every cursor.

    A file uses those before it.
    """
    for model in read_models("00_makroer/faelles" if varige else "00_makroer"):
        con.execute(model.sql.replace(" temp macro ", " macro ") if varige else model.sql)


def run_folder(
    con: duckdb.DuckDBPyConnection,
    mappe: str,
    parametre: Mapping[str, Any],
    *,
    python: Mapping[str, tuple[tuple[str, ...], Pythonmodel]] | None = None,
) -> Iterator[str]:
    """Create every table of `mappe`; yields each name before it is made, so that a progress bar can follow."""
    python = python or {}
    models = {model.navn: model for model in read_models(mappe)}
    for navn in sort_models(tuple(models.values()), {navn: kilder for navn, (kilder, _) in python.items()}):
        yield navn
        if navn in python:
            python[navn][1](con)
            continue
        model = models[navn]
        slags = "temp table" if model.er_midlertidig else "table"
        con.execute(
            f"create or replace {slags} {navn} as\n{model.sql}",
            {navn: parametre[navn] for navn in model.parametre},
        )


def drop_unused(con: duckdb.DuckDBPyConnection, *, faerdig: str, tilbage: Sequence[str]) -> None:
    """Drop the temporary tables of a finished folder that no folder still to come mentions: memory is for the rest."""
    omtalte = frozenset[str]().union(*(model.omtalte for mappe in tilbage for model in read_models(mappe)))
    for model in read_models(faerdig):
        if model.er_midlertidig and model.navn not in omtalte:
            con.execute(f"drop table {model.navn}")


def broken_checks(con: duckdb.DuckDBPyConnection, parametre: Mapping[str, Any]) -> list[str]:
    """The checks of `sql/90_kontrol` that found rows; the name of each is the sentence that should hold."""
    return [
        model.navn
        for model in read_models("90_kontrol")
        if con.execute(f"{model.sql}\nlimit 1", {navn: parametre[navn] for navn in model.parametre}).fetchone()
    ]


def broken_rules(
    con: duckdb.DuckDBPyConnection, mappe: str, parametre: Mapping[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rules of a stop folder that found something: the rule's name and its first finding by column."""
    for model in read_models(mappe):
        svar = con.execute(model.sql, {navn: parametre[navn] for navn in model.parametre})
        kolonner = [felt[0] for felt in svar.description or []]
        raekke = svar.fetchone()
        if raekke:
            yield model.navn, dict(zip(kolonner, raekke, strict=True))
