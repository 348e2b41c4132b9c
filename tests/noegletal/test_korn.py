"""The grain every model's header states is the one its table has, in the demo's build and in the scope of hr."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import duckdb
import pytest

from pipeline.byg import warehouse
from pipeline.database.modeller import read_models
from pipeline.kommandolinje.miljoe import scope_of_command_line
from pipeline.mapper import shipped_folder
from tests.conftest import PROJEKT, byg

KORN = re.compile(r"\bKorn: (.*?)\.(?: |$)")
EN_RAEKKE = "én række"
FORKLARET = re.compile(r" ?\([^)]*\)")


def stated_grain(mappe: str, navn: str) -> list[str]:
    """The columns after "Korn:", without what is explained in parentheses."""
    (fil,) = (shipped_folder("sql") / mappe).rglob(f"{navn}.sql")
    hoved = re.match(r"(?:--[^\n]*\n)*", fil.read_text(encoding="utf-8"))[0]
    (korn,) = KORN.findall(" ".join(linje.removeprefix("--").strip() for linje in hoved.splitlines()))
    return [kolonne.strip() for kolonne in FORKLARET.sub("", korn).split(",")]


def judge_grain(con: duckdb.DuckDBPyConnection, tabel: str, korn: list[str]) -> str | None:
    """None when it holds. `rowid` is a row of its own, and says nothing that could be wrong."""
    if korn == [EN_RAEKKE]:
        (antal,) = con.execute(f"select count(*) from {tabel}").fetchone()
        return None if antal <= 1 else f"{antal} rows"
    kolonner = {felt[0] for felt in con.execute(f"describe {tabel}").fetchall()} | {"rowid"}
    if ukendte := set(korn) - kolonner:
        return f"no columns: {sorted(ukendte)}"
    navne = ", ".join(korn)
    gentaget = con.execute(f"select {navne} from {tabel} group by {navne} having count(*) > 1 limit 1").fetchone()
    return f"twice: {gentaget}" if gentaget else None


@pytest.fixture(scope="module")
def fundet(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | None]:
    """What is found of each model of a build of the demo, those that are dropped again too."""
    fund: dict[str, str | None] = {}
    run_folder = warehouse.run_folder

    def run_and_judge(
        con: duckdb.DuckDBPyConnection, mappe: str, parametre: Mapping[str, Any], **valg: Any
    ) -> Iterator[str]:
        yield from run_folder(con, mappe, parametre, **valg)
        for model in read_models(mappe):
            fund[f"{mappe}/{model.navn}"] = judge_grain(con, model.navn, stated_grain(mappe, model.navn))

    with pytest.MonkeyPatch.context() as byggeren:
        byggeren.setattr(warehouse, "run_folder", run_and_judge)
        svar = byg(PROJEKT / "sample_data" / "leverance", tmp_path_factory.mktemp("korn") / "demo.duckdb")
    assert svar.kode == 0, svar.fejl
    return fund


def test_no_table_of_a_build_has_a_row_of_its_grain_twice(fundet: dict[str, str | None]) -> None:
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
