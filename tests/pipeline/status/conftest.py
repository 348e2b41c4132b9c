"""The demo's status and export, made once."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.kommandolinje.miljoe import scope_of_command_line
from pipeline.status.arkiv import Arkiv
from pipeline.status.grundlag import read_grundlag
from pipeline.status.laaste import make_laast
from pipeline.status.udgiv import make_status
from pipeline.status.udgivet import pick_filer
from tests.conftest import PERSONNOEGLE, Svar, run_sygefravaer

EGNE = "Ledersamtaler i alle afdelinger. <b>Se</b> [her](https://ond.invalid) | $x$"


def run_udgivelse(kommando: str, database: Path, ud: Path, *tilvalg: str | Path, kvartal: str = "2025K2") -> Svar:
    til = ("--til", "oekonomiudvalg") if kommando == "eksport" else ()
    return run_sygefravaer(kommando, *til, "--kvartal", kvartal, "--database", database, "--ud", ud, *tilvalg)


@pytest.fixture(scope="session")
def status(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Svar]:
    ud = tmp_path_factory.mktemp("udgivelse") / "status"
    svar = run_udgivelse("status", demo_database, ud)
    assert svar.kode == 0, svar.fejl
    return ud, svar


@pytest.fixture(scope="session")
def eksport(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    ud = tmp_path_factory.mktemp("udgivelse") / "eksport"
    svar = run_udgivelse("eksport", demo_database, ud)
    assert svar.kode == 0, svar.fejl
    return ud


@pytest.fixture(scope="session")
def sagen(demo_database: Path) -> dict[str, bytes]:
    """The demo's case with a paragraph of hr's own words, as it is kept with a lock."""
    with scope_of_command_line(demo_database, "prøve", personer=True) as scope:
        udgivelse = make_status(scope, "2025K2", Arkiv({}, ""))
    assert udgivelse.sag is not None
    return pick_filer(replace(udgivelse, sag=udgivelse.sag.model_copy(update={"egne": (EGNE,)})))


@pytest.fixture(scope="session")
def laasefil(demo_database: Path) -> bytes:
    """The demo's quarter as it is locked."""
    with scope_of_command_line(demo_database, "prøve", personer=True) as scope:
        return make_laast(read_grundlag(scope, kvartal="2025K2", er_demo=True), scope, PERSONNOEGLE)
