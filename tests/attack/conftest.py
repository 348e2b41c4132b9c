"""Two users of the demo and the scopes the attacks go through."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipeline.lager.adgang import NyRaekke, seed_adgang
from pipeline.lager.lager import Lager, open_lager
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, Scope, open_scope
from tests.conftest import PERSONNOEGLE

AAVANG, SOLSIKKEN = 81583, 81461


@pytest.fixture
def lager(tmp_path: Path) -> Iterator[Lager]:
    lager = open_lager(f"sqlite:///{tmp_path / 'lager.sqlite'}", PERSONNOEGLE)
    yield lager
    lager.close()


@pytest.fixture
def miljoe(lager: Lager, demo_database: Path) -> Miljoe:
    for bruger, rolle, node in (
        ("l1", "leder", AAVANG),
        ("l2", "leder", SOLSIKKEN),
        ("c1", "chef", 81210),
        ("c0", "chef", 81000),
        ("a1", "aggregat", 81000),
        ("hr1", "hr", 81000),
        ("d1", "dpo", 81000),
    ):
        ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", rolle, node, date(2025, 1, 1), "Prøve")  # type: ignore[arg-type]
        seed_adgang(lager, [ny], [])
    return Miljoe(demo_database, lager, lambda: datetime.now(UTC))


@pytest.fixture
def open_for(miljoe: Miljoe) -> Callable[..., Scope]:
    return lambda bruger, personer=None: open_scope(Bruger(bruger), miljoe=miljoe, personer_til=personer)
