"""SQL through a scope: nothing but one SELECT without table functions runs, and nobody else's numbers move."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from pipeline.port.scope import Scope
from tests.conftest import NOEGLE

FJENDTLIGE = [
    "attach '{db}' as stjaalet (read_only)",
    "attach '{db}' as stjaalet (read_only, encryption_key '{noegle}')",
    "detach memory",
    "use system",
    "select * from read_csv('/etc/passwd')",
    "select * from read_text('{db}')",
    "select * from read_blob('{db}')",
    "select * from glob('/*')",
    "select * from sniff_csv('/etc/passwd')",
    "select * from '/etc/passwd'",
    "from noegletal; select 1",
    "select 1; drop table noegletal",
    "copy noegletal to '{mappe}/ud.csv'",
    "copy (select * from noegletal) to '{mappe}/ud.parquet'",
    "export database '{mappe}/ud'",
    "import database '{mappe}/ud'",
    "insert into noegletal select * from noegletal",
    "update noegletal set sygedage = 0",
    "delete from noegletal",
    "truncate noegletal",
    "drop table noegletal",
    "alter table noegletal drop sygedage",
    "create table x as select 1",
    "create temp table x as select 1",
    "create view x as select 1",
    "create or replace macro dagsvaerk(x) as 0",
    "create macro m() as 1",
    "create schema x",
    "create sequence s",
    "create secret s (type s3)",
    "set memory_limit = '100GB'",
    "set threads = 64",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "reset lock_configuration",
    "set variable x = 1",
    "pragma enable_logging",
    "pragma database_list",
    "call enable_logging()",
    "select * from enable_logging()",
    "select * from duckdb_logs()",
    "select * from truncate_duckdb_logs()",
    "select * from query('select 1')",
    "select * from query_table('noegletal')",
    "select * from (select * from enable_logging())",
    "with x as (select * from duckdb_settings()) select * from x",
    "select (select count(*) from duckdb_tables())",
    "select 1 where exists (from duckdb_databases())",
    "select * from checkpoint()",
    "checkpoint",
    "vacuum",
    "install httpfs",
    "load httpfs",
    "explain select 1",
    "explain analyze select * from noegletal",
    "prepare p as select 1",
    "execute p",
    "begin transaction",
    "commit",
    "pivot noegletal on vindue_nr using count(*)",
    "",
    "ikke sql",
]


def figures(scope: Scope) -> list[tuple[object, ...]]:
    return scope._con.cursor().execute("select * from noegletal order by enhed_id, vindue_nr").fetchall()


@pytest.mark.parametrize("sql", FJENDTLIGE)
def test_hostile_sql_is_refused_before_it_runs(
    sql: str, open_for: Callable[..., Scope], demo_database: Path, tmp_path: Path
) -> None:
    scope, anden = open_for("l1"), open_for("l2")
    foer = figures(scope), figures(anden)
    with pytest.raises((ValueError, duckdb.Error)):
        scope._select(sql.format(db=demo_database, noegle=NOEGLE, mappe=tmp_path), {})
    assert (figures(scope), figures(anden)) == foer


@pytest.mark.parametrize(
    "sql",
    [
        "attach '{db}' as stjaalet (read_only, encryption_key '{noegle}')",
        "select * from read_text('/etc/passwd')",
        "select * from '/etc/passwd'",
        "copy (select 1) to '{mappe}/ud.csv'",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "set temp_directory = '{mappe}'",
        "set memory_limit = '100GB'",
        "install httpfs",
        "select * from lokal",
    ],
)
def test_even_past_the_check_the_scope_itself_is_shut(
    sql: str, open_for: Callable[..., Scope], demo_database: Path, tmp_path: Path
) -> None:
    """Straight to DuckDB, as a defect of ours would."""
    lokal = open_for("l2").rows("perioder_liste", periodetype="kvartal")
    assert not lokal.is_empty()
    with pytest.raises(duckdb.Error):
        open_for("l1")._con.cursor().execute(sql.format(db=demo_database, noegle=NOEGLE, mappe=tmp_path))
    assert not (tmp_path / "ud.csv").exists()


def test_the_source_is_gone_from_a_scope(open_for: Callable[..., Scope]) -> None:
    databaser = open_for("l1")._con.cursor().execute("select database_name from duckdb_databases()").fetchall()
    assert sorted(databaser) == [("memory",), ("system",), ("temp",)]


def test_a_name_of_the_project_is_all_that_can_be_asked_for(open_for: Callable[..., Scope]) -> None:
    for navn in ("../60_omfang/noegletal", "select 1", "noegletal", ""):
        with pytest.raises(StopIteration):
            open_for("l1").rows(navn)


def test_a_parameter_is_a_value_and_never_sql(open_for: Callable[..., Scope]) -> None:
    for enhedsnr in ("' or 1=1 --", "81583'; drop table noegletal; --", "00081461"):
        raekker = open_for("l1").rows(
            "noegletal_liste", periodetype="kvartal", periode=None, enhedsnr=enhedsnr, niveau=None
        )
        assert raekker.is_empty()
    assert len(figures(open_for("l1"))) > 50


def test_two_users_alternating_a_thousand_times_each_get_their_own(open_for: Callable[..., Scope]) -> None:
    ventet = {"l1": {"00081583"}, "l2": {"00081461"}}

    def ask(nummer: int) -> bool:
        bruger = ("l1", "l2")[nummer % 2]
        raekker = open_for(bruger).rows(
            "noegletal_liste", periodetype="maaned", periode=None, enhedsnr=None, niveau=None
        )
        return set(raekker["enhedsnr"]) == ventet[bruger]

    with ThreadPoolExecutor(8) as traade:
        assert all(traade.map(ask, range(1000)))
