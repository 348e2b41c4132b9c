"""A small kommune whose quarter is worked on, in SQLite and in PostgreSQL."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipeline.kvartal.trin import Hr, enter
from pipeline.lager.adgang import NyRaekke, add_raekke
from pipeline.lager.hoved import hovedfil_of
from pipeline.lager.lager import Lager, open_lager
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe
from tests.conftest import GOD, LOGNOEGLE, PERSONNOEGLE, write_god
from tests.lille_leverance import syg
from tests.pipeline.lager.conftest import ny_database, postgresql

__all__ = ["ny_database", "postgresql"]
NU = datetime(2025, 7, 16, 10, tzinfo=UTC)
ROLLER = (("hr1", "hr"), ("hr2", "hr"), ("l1", "leder"), ("c1", "chef"), ("oe1", "aggregat"), ("d1", "dpo"))


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    return tmp_path / "sted"


@pytest.fixture(params=["sqlite", "postgresql"])
def lager(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lager]:
    """The store that everything reached through the environment uses too."""
    url = (
        f"sqlite:///{tmp_path / 'lager.sqlite'}"
        if request.param == "sqlite"
        else str(request.getfixturevalue("ny_database")())
    )
    monkeypatch.setenv("SYGEFRAVAER_LAGER", url)
    monkeypatch.setenv("SYGEFRAVAER_LOGHOVED", str(tmp_path / "hoveder"))
    lager = open_lager(url, PERSONNOEGLE, hovedfil_of(tmp_path / "hoveder", url, LOGNOEGLE))
    for bruger, rolle in ROLLER:
        add_raekke(lager, NyRaekke(bruger, f"{bruger}@x.invalid", rolle, 81000, date(2020, 1, 1), "Prøve"), af="hr0")
    yield lager
    lager.close()


@pytest.fixture
def miljoe(god_bygning: Path, mappe: Path, lager: Lager) -> Miljoe:
    mappe.mkdir()
    shutil.copyfile(god_bygning, mappe / "d.duckdb")
    return Miljoe(mappe / "d.duckdb", lager, lambda: NU)


@pytest.fixture
def hr(miljoe: Miljoe) -> Hr:
    return enter(Bruger("hr1"), miljoe)


@pytest.fixture
def anden(miljoe: Miljoe) -> Hr:
    return enter(Bruger("hr2"), miljoe)


def write_ny(mappe: Path) -> Path:
    """The same kommune with one day of absence more: another build."""
    dag = date(2025, 6, 17)
    return write_god(mappe, replace(GOD, fravaer=(*GOD.fravaer, syg("731001", dag, dag, "7.4"))))


def write_forkert(mappe: Path) -> Path:
    """Nearly nobody is absent any more: far from the build in use."""
    return write_god(mappe, replace(GOD, fravaer=GOD.fravaer[::20]))
