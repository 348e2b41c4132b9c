"""The chain: nothing in the log can be changed, taken out, moved or cut off unseen."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from pipeline.lager.hoved import BEGYNDELSE
from pipeline.lager.kontrol import verify_log, verify_rows
from pipeline.lager.lager import Lager
from pipeline.lager.log import Haendelse, prune_log, read_log, write_log
from tests.conftest import PERSONNOEGLE, PROJEKT, Svar, run_sygefravaer

NU = datetime.now(UTC)
TRIGGERE = {
    "sqlite": ["drop trigger log_uaendret", "drop trigger log_bliver", "drop trigger loganker_bliver"],
    "postgresql": ["alter table log disable trigger user", "alter table loganker disable trigger user"],
}


def fill(lager: Lager, antal: int = 5) -> None:
    for nummer in range(antal):
        write_log(
            lager, Haendelse(f"bruger{nummer}", "personer", "Medarbejdere", noder=(81510,), antal_personer=nummer)
        )


def attack(lager: Lager, *saetninger: str) -> None:
    """As somebody who owns the database and takes the triggers away first."""
    with lager.engine.begin() as con:
        for saetning in (*TRIGGERE[con.dialect.name], *saetninger):
            con.execute(text(saetning))


def test_an_empty_log_is_whole(lager: Lager) -> None:
    kontrol = verify_log(lager)
    assert (kontrol.antal, kontrol.kontroltal, kontrol.brudt_ved) == (0, BEGYNDELSE, None)


def test_a_log_written_by_us_is_whole(lager: Lager) -> None:
    fill(lager)
    kontrol = verify_log(lager)
    assert (kontrol.antal, kontrol.brudt_ved) == (5, None)


@pytest.mark.parametrize(
    ("saetning", "brudt_ved"),
    [
        ("update log set hvem = 'en anden' where nr = 3", 3),
        ("update log set antal_personer = null where nr = 5", 5),
        ("update log set tid = '2020-01-01T00:00:00.000000Z' where nr = 1", 1),
        ("delete from log where nr = 2", 2),
        ("delete from log where nr = 1", 1),
        ("update log set nr = -1 where nr = 4", 1),
    ],
)
def test_a_row_changed_or_taken_out_is_found(lager: Lager, saetning: str, brudt_ved: int) -> None:
    fill(lager)
    attack(lager, saetning)
    assert verify_log(lager).brudt_ved == brudt_ved


def test_two_rows_in_each_others_place_are_found(lager: Lager) -> None:
    fill(lager)
    attack(lager, *(f"update log set nr = {til} where nr = {fra}" for fra, til in ((2, 99), (3, 2), (99, 3))))
    assert verify_log(lager).brudt_ved == 2


def test_a_log_cut_short_is_found_by_a_kontroltal_noted_before(lager: Lager) -> None:
    fill(lager)
    noteret = verify_log(lager).kontroltal
    assert verify_log(lager, forventet=noteret).brudt_ved is None
    attack(lager, "delete from log where nr >= 4")
    assert "kontroltal" not in {fund.art for fund in verify_log(lager).fund}
    assert "kontroltal" in {fund.art for fund in verify_log(lager, forventet=noteret).fund}


@pytest.mark.parametrize(
    "saetning",
    ["update log set hvem = 'x'", "delete from log", "delete from log where nr = 1", "update log set tid = tid"],
)
def test_the_triggers_refuse_to_change_or_delete(lager: Lager, saetning: str) -> None:
    fill(lager)
    with pytest.raises(DBAPIError, match="loggen kan ikke"), lager.engine.begin() as con:
        con.execute(text(saetning))
    assert verify_log(lager).antal == 5


def test_retention_takes_what_is_over_two_years_old_and_the_chain_still_holds(lager: Lager) -> None:
    for dage in (800, 740, 731, 729, 1):
        write_log(lager, Haendelse("l1", "personer"), nu=NU - timedelta(days=dage))
    noteret = verify_log(lager).kontroltal
    assert prune_log(lager, hvem="drift", nu=NU) == 3
    kontrol = verify_log(lager, forventet=noteret)
    assert (kontrol.antal, kontrol.brudt_ved) == (3, None)
    assert prune_log(lager, hvem="drift", nu=NU) == 0
    fill(lager)
    assert verify_log(lager).brudt_ved is None
    attack(lager, "delete from log where nr = 4")
    assert verify_log(lager).brudt_ved == 4


@pytest.mark.parametrize("tabel", ["log", "loganker"])
def test_no_row_is_written_over(lager: Lager, tabel: str) -> None:
    """SQLite's replace deletes without asking the triggers about it; an upsert of PostgreSQL is an update."""
    write_log(lager, Haendelse("l1", "personer"), nu=NU - timedelta(days=800))
    prune_log(lager, hvem="drift", nu=NU)
    foer = verify_log(lager)
    saetning = {
        "sqlite": f"insert or replace into {tabel} select * from {tabel}",
        "postgresql": f"insert into {tabel} select * from {tabel} on conflict (nr) do update set kontrol = ''",
    }
    with pytest.raises(DBAPIError, match="loggen kan ikke"), lager.engine.begin() as con:
        con.execute(text(saetning[con.dialect.name]))
    assert verify_log(lager) == foer


def test_a_log_pruned_while_it_is_read_is_read_whole(lager: Lager) -> None:
    for dage in (800, 1):
        write_log(lager, Haendelse("l1", "personer"), nu=NU - timedelta(days=dage))
    with lager.read() as con:
        assert con.execute(text("select count(*) from loganker")).scalar() == 0
        assert prune_log(lager, hvem="drift", nu=NU) == 1
        assert con.execute(text("select min(nr) from log")).scalar() == 1
        assert verify_rows(con).brudt_ved is None
    assert verify_log(lager).brudt_ved is None


def test_an_anchor_cannot_be_moved_either(lager: Lager) -> None:
    write_log(lager, Haendelse("l1", "personer"), nu=NU - timedelta(days=800))
    prune_log(lager, hvem="drift", nu=NU)
    for saetning in ("update loganker set nr = 7", "delete from loganker"):
        with pytest.raises(DBAPIError, match="loggen kan ikke"), lager.engine.begin() as con:
            con.execute(text(saetning))


def test_eight_threads_writing_at_once_make_one_chain(lager: Lager) -> None:
    with ThreadPoolExecutor(8) as traade:
        list(traade.map(lambda _: fill(lager, 10), range(8)))
    kontrol = verify_log(lager)
    assert (kontrol.antal, kontrol.brudt_ved) == (80, None)


def test_two_processes_writing_at_once_make_one_chain(lager: Lager, url: str) -> None:
    program = (
        "from pipeline.lager.lager import open_lager\nfrom pipeline.lager.log import Haendelse, write_log\n"
        f"lager = open_lager({url!r}, {PERSONNOEGLE!r})\n"
        "for nummer in range(20):\n    write_log(lager, Haendelse('l1', 'personer'))"
    )
    processer = [subprocess.Popen([sys.executable, "-c", program], cwd=PROJEKT) for _ in range(2)]
    assert [proces.wait() for proces in processer] == [0, 0]
    kontrol = verify_log(lager)
    assert (kontrol.antal, kontrol.brudt_ved) == (40, None)


def test_the_log_is_read_by_danish_days_newest_first(lager: Lager) -> None:
    for tid in ("2026-06-30T21:59:59+00:00", "2026-06-30T22:00:00+00:00", "2026-07-01T21:59:59+00:00"):
        write_log(lager, Haendelse("l1", "personer", noder=(1, 2)), nu=datetime.fromisoformat(tid))
    juli = read_log(lager, fra=date(2026, 7, 1), til=date(2026, 7, 1))
    assert juli["nr"].to_list() == [3, 2]
    assert juli["tid"].to_list() == [datetime(2026, 7, 1, 23, 59, 59), datetime(2026, 7, 1, 0, 0, 0)]
    assert juli["noder"].to_list() == [[1, 2], [1, 2]]


@pytest.fixture
def kommando(url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Svar]:
    monkeypatch.setenv("SYGEFRAVAER_LAGER", url)
    return lambda *ord_: run_sygefravaer(*ord_, "--database", tmp_path / "x.duckdb")


def test_log_kontrol_says_that_the_log_is_whole_its_kontroltal_and_how_far_back_it_is_signed(
    lager: Lager, kommando: Callable[..., Svar]
) -> None:
    for tid in ("2026-11-26T09:15:00+00:00", "2026-11-30T08:00:00+00:00"):
        write_log(lager, Haendelse("l1", "personer"), nu=datetime.fromisoformat(tid))
    kontroltal = verify_log(lager).kontroltal
    ventet = Svar(
        0,
        f"Loggen er hel: 2 rækker, kontroltal {kontroltal}.\n"
        "Den er underskrevet fra række 1 (26.11.2026 10:15:00) til række 2 (30.11.2026 09:00:00).\n",
        "",
    )
    assert kommando("log", "kontrol") == ventet
    assert kommando("log", "kontrol", "--forventet", kontroltal) == ventet


def test_log_kontrol_of_a_broken_log_is_one_sentence_and_exit_code_1(
    lager: Lager, kommando: Callable[..., Svar]
) -> None:
    fill(lager)
    noteret = verify_log(lager).kontroltal
    with lager.engine.begin() as con:
        for saetning in TRIGGERE[con.dialect.name]:
            con.execute(text(saetning))
        con.execute(text("delete from log where nr = 5"))
        con.execute(text("update log set hvem = 'x' where nr = 2"))
    svar = kommando("log", "kontrol", "--forventet", noteret)
    assert (svar.kode, svar.ud, svar.fejl.count("\n")) == (1, "", 1)
    assert svar.fejl.startswith(
        "Fejl: Loggen er ikke hel. Række 2 passer ikke med rækken før den. Række 5 og dem efter"
    )
    assert "Triggeren log_bliver" in svar.fejl


def test_log_ryd_deletes_and_notes_it(lager: Lager, kommando: Callable[..., Svar]) -> None:
    write_log(lager, Haendelse("l1", "personer"), nu=NU - timedelta(days=800))
    assert kommando("log", "ryd") == Svar(0, "1 rækker ældre end to år er slettet.\n", "")
    assert read_log(lager, fra=NU.date() - timedelta(1), til=NU.date() + timedelta(1))["hvad"].to_list() == [
        "log ryddet"
    ]
