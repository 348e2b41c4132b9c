"""The grain every model's header states is the one its table has, in the demo's build and in the scope of hr."""

from pathlib import Path

import duckdb
import pytest

from pipeline.byg import warehouse
from pipeline.database.modeller import read_models
from pipeline.kommandolinje.miljoe import scope_of_command_line
from tests.demo import Fund, read_fund
from tests.korn import EN_RAEKKE, judge_grain, stated_grain


@pytest.fixture
def fundet(faelles_mappe: Path, demo_database: Path) -> Fund:
    """What is found of each model of the build of the demo."""
    return read_fund(faelles_mappe)


def test_no_table_of_a_build_has_a_row_of_its_grain_twice(fundet: Fund) -> None:
    assert {tabel: fejl for tabel, fejl in fundet.items() if fejl} == {}
    assert set(fundet) == {f"{mappe}/{model.navn}" for mappe in warehouse.MAPPER for model in read_models(mappe)}


def test_no_table_of_a_scope_has_a_row_of_its_grain_twice(demo_database) -> None:
    with scope_of_command_line(demo_database, "status", personer=True) as scope:
        con = scope._con.cursor()
        har = {tabel for (tabel,) in con.execute("select table_name from duckdb_tables()").fetchall()}
        modeller = [
            (mappe, model.navn)
            for mappe in ("60_omfang", "61_omfang_personer", "62_omfang_hr")
            for model in read_models(mappe)
            if model.navn in har
        ]
        fund = {f"{mappe}/{navn}": judge_grain(con, navn, stated_grain(mappe, navn)) for mappe, navn in modeller}
    assert {tabel: fejl for tabel, fejl in fund.items() if fejl} == {}
    assert len(fund) > 20


@pytest.mark.parametrize(
    ("korn", "fejl"),
    [
        (["enhed"], "twice: (1,)"),
        (["enhed", "periode"], None),
        (["enhedsnr"], "no columns: ['enhedsnr']"),
        ([EN_RAEKKE], "2 rows"),
    ],
)
def test_a_header_that_lies_is_found(korn: list[str], fejl: str | None) -> None:
    with duckdb.connect() as con:
        con.execute("create table tal as select * from (values (1, '2025K1'), (1, '2025K2')) as tal (enhed, periode)")
        assert judge_grain(con, "tal", korn) == fejl
