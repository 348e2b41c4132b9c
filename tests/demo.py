"""The demo is built once a session, by the worker that asks first, and the grain of its tables judged on the way."""

import fcntl
import pickle
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.byg import warehouse
from pipeline.byg.byggerapport import Byggerapport
from pipeline.database.modeller import read_models
from tests.korn import judge_grain, stated_grain

Fund = dict[str, str | None]
DATABASE, RAPPORT, KORN = "demo.duckdb", "rapport.pickle", "korn.pickle"


@contextmanager
def built_once(faelles: Path) -> Iterator[None]:
    """The command `byg` of the demo takes the session's build, and does all the rest itself."""
    with pytest.MonkeyPatch.context() as kommando:
        kommando.setattr("pipeline.kommandolinje.udfoer_byg.build_warehouse", partial(_take, faelles=faelles))
        yield


def read_fund(faelles: Path) -> Fund:
    """What is found of each model of the build, those that are dropped again too; None when its grain holds."""
    return pickle.loads((faelles / KORN).read_bytes())


def _take(kilde: Path, database: Path, *, faelles: Path, foer_ombytning: warehouse.Foer, **valg: Any) -> Byggerapport:
    with (faelles / "laas").open("w") as laas:
        fcntl.flock(laas, fcntl.LOCK_EX)
        if not (faelles / RAPPORT).exists():
            _build(kilde, faelles, **valg)
    database.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(faelles / DATABASE, database)
    rapport = pickle.loads((faelles / RAPPORT).read_bytes())
    foer_ombytning(database, rapport)  # each command's own: its store is seeded, whoever made the build
    return rapport


def _build(kilde: Path, faelles: Path, **valg: Any) -> None:
    fund: Fund = {}
    run_folder = warehouse.run_folder

    def run_and_judge(
        con: duckdb.DuckDBPyConnection, mappe: str, parametre: Mapping[str, Any], **andet: Any
    ) -> Iterator[str]:
        yield from run_folder(con, mappe, parametre, **andet)
        for model in read_models(mappe):
            fund[f"{mappe}/{model.navn}"] = judge_grain(con, model.navn, stated_grain(mappe, model.navn))

    with pytest.MonkeyPatch.context() as byggeren:
        byggeren.setattr(warehouse, "run_folder", run_and_judge)
        rapport = warehouse.build_warehouse(kilde, faelles / DATABASE, **valg)
    (faelles / KORN).write_bytes(pickle.dumps(fund))
    (faelles / RAPPORT).write_bytes(pickle.dumps(rapport))
