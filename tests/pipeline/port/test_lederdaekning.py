"""Which units want a leder: those with employees of their own, for the chef's count and for hr's list."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipeline.lager.adgang import NyRaekke, seed_adgang
from pipeline.lager.lager import open_lager
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe, open_scope
from tests.alene import build_alone
from tests.conftest import PERSONNOEGLE
from tests.lille_leverance import Enhed, Leverance, ansat, syg

UDTRAEK = date(2024, 7, 15)
DE_FIRE = Leverance(
    udtraek=UDTRAEK,
    enheder=(Enhed("1"), Enhed("10", "1"), Enhed("100", "10"), Enhed("11", "1")),
    ansaettelser=(ansat("11", "100"), ansat("12", "100"), ansat("13", "11")),
    fravaer=(syg("11", date(2024, 2, 5), date(2024, 2, 7), "22.2"),),
    periode_fravaer=(date(2022, 1, 1), UDTRAEK),
)
"""10 has employees below it and none of its own; 100 has two, 11 one."""


@pytest.fixture
def miljoe(tmp_path: Path) -> Iterator[Miljoe]:
    build_alone(DE_FIRE, tmp_path / "tal.duckdb")
    lager = open_lager(f"sqlite:///{tmp_path / 'lager.sqlite'}", PERSONNOEGLE)
    for bruger, rolle in (("c1", "chef"), ("hr1", "hr")):
        ny = NyRaekke(bruger, f"{bruger}@eksempel.invalid", rolle, 1, date(2020, 1, 1), "Prøve")  # type: ignore[arg-type]
        seed_adgang(lager, [ny], [])
    yield Miljoe(tmp_path / "tal.duckdb", lager, lambda: datetime(2024, 7, 16, 12, tzinfo=UTC))
    lager.close()


def count(miljoe: Miljoe) -> tuple[int, int]:
    scope = open_scope(Bruger("c1"), miljoe=miljoe, personer_til="prøve", opfoelgning=True)
    return scope.rows("lederdaekning_tal").row(0)  # type: ignore[return-value]


def test_a_unit_without_employees_of_its_own_wants_no_leder(miljoe: Miljoe) -> None:
    assert count(miljoe) == (2, 2)


def test_a_leder_of_it_leads_the_units_below_it(miljoe: Miljoe) -> None:
    seed_adgang(miljoe.lager, [NyRaekke("l1", "l1@eksempel.invalid", "leder", 10, date(2020, 1, 1), "Prøve")], [])
    assert count(miljoe) == (2, 1)


def test_another_chef_is_no_leder(miljoe: Miljoe) -> None:
    seed_adgang(miljoe.lager, [NyRaekke("c2", "c2@eksempel.invalid", "chef", 10, date(2020, 1, 1), "Prøve")], [])
    assert count(miljoe) == (2, 2)


def test_hrs_list_has_the_same_units_with_those_above_them(miljoe: Miljoe) -> None:
    scope = open_scope(Bruger("hr1"), miljoe=miljoe, personer_til="prøve")
    liste = scope.rows("bemandede_enheder").select("enhed_id", "antal_ansatte", "sti_id").rows()
    assert [(enhed, antal, sorted(sti)) for enhed, antal, sti in liste] == [
        (100, 2, [1, 10, 100]),
        (11, 1, [1, 11]),
    ]
