"""The demo's status and export, made once."""

from pathlib import Path

import pytest

from tests.conftest import Svar, run_sygefravaer


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
