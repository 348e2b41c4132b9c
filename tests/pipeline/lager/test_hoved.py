"""The log's head: whoever owns the database, and not the key, takes nothing away unseen; a kill is no attack."""

import json
import os
import resource
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from app.miljoe import find_miljoe
from app.sikkerhed.start import prepare_start
from pipeline.fejl import Brugerfejl
from pipeline.lager.hoved import BEGYNDELSE, FalsktHoved, Hovedfil, hovedfil_of
from pipeline.lager.kontrol import check_start, describe_hoved, verify_log
from pipeline.lager.kopi import backup_lager, restore_lager
from pipeline.lager.lager import Lager, open_lager
from pipeline.lager.log import Haendelse, begin_log, chain, prune_log, write_log
from pipeline.lager.skema import log
from pipeline.lager.triggere import FORVENTEDE
from tests.conftest import LOGNOEGLE, PERSONNOEGLE, PROJEKT

NU = datetime.now(UTC)


@pytest.fixture
def fil(lager: Lager) -> Hovedfil:
    assert lager.hovedfil is not None
    return lager.hovedfil


def fill(lager: Lager, antal: int = 5, *, dage: int = 0) -> None:
    for nr in range(antal):
        write_log(lager, Haendelse(f"bruger{nr}", "personer"), nu=NU - timedelta(days=dage))


def found(lager: Lager) -> list[tuple[str, str]]:
    return [(fund.art, fund.detalje) for fund in verify_log(lager).fund]


def attack(lager: Lager, *saetninger: str) -> None:
    """By somebody who owns the database and puts the triggers back afterwards."""
    with lager.engine.begin() as con:
        if con.dialect.name == "sqlite":
            triggere = con.execute(text("select name, sql from sqlite_master where type = 'trigger'")).all()
            for navn, _ in triggere:
                con.execute(text(f"drop trigger {navn}"))
        else:
            con.execute(text("set session_replication_role = replica"))
        for saetning in saetninger:
            con.execute(text(saetning))
        if con.dialect.name == "sqlite":
            for _, sql in triggere:
                con.exec_driver_sql(sql)
        else:
            con.execute(text("set session_replication_role = origin"))


def rechain(lager: Lager, **nyt: str) -> list[str]:
    """The statements that rewrite every row with `nyt` and a chain that holds."""
    with lager.engine.connect() as con:
        raekker = [raekke._asdict() for raekke in con.execute(select(log).order_by(log.c.nr))]
    forrige, ud = BEGYNDELSE, []
    for raekke in raekker:
        kontrol = chain({**raekke, **nyt}, forrige)
        felter = ", ".join(f"{navn} = '{vaerdi}'" for navn, vaerdi in nyt.items())
        ud.append(f"update log set {felter}, forrige = '{forrige}', kontrol = '{kontrol}' where nr = {raekke['nr']}")
        forrige = kontrol
    return ud


def test_a_log_written_by_us_fits_its_head_from_the_first_row_to_the_newest(lager: Lager) -> None:
    assert found(lager) == []
    fill(lager)
    kontrol = verify_log(lager)
    assert (kontrol.fund, kontrol.hoved.nr, kontrol.hoved.fra_nr) == ((), 5, 1)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("saetninger", "ventet"),
    [
        (["delete from log"], ("afkortet", "1")),
        (["delete from log where nr >= 4"], ("afkortet", "4")),
        (["delete from log where nr = 5"], ("afkortet", "5")),
        (
            ["insert into loganker select nr, kontrol from log where nr = 3", "delete from log where nr <= 3"],
            ("anker", "1"),
        ),
        (
            ["insert into loganker select nr, kontrol from log where nr = 5", "delete from log"],
            ("anker", "1"),
        ),
    ],
    ids=["emptied", "cut short", "the newest row", "a forged anchor", "a forged anchor after all rows"],
)
def test_what_is_taken_away_is_told_without_a_number_noted_before(
    lager: Lager, saetninger: list[str], ventet: tuple[str, str]
) -> None:
    fill(lager)
    attack(lager, *saetninger)
    assert found(lager) == [ventet]
    assert [fund.art for fund in check_start(lager)] == [ventet[0]]


def test_a_chain_made_anew_is_told(lager: Lager) -> None:
    fill(lager)
    attack(lager, *rechain(lager, hvem="en anden"))
    assert found(lager) == [("omskrevet", "5")]


def test_what_was_taken_away_is_not_forgotten_when_more_is_written(lager: Lager) -> None:
    fill(lager)
    attack(lager, "delete from log where nr >= 3")
    fill(lager, 10)
    assert found(lager) == [("omskrevet", "5")]


def test_rows_written_since_a_head_was_last_placed_are_no_attack_and_are_told(lager: Lager, fil: Hovedfil) -> None:
    fill(lager)
    gammelt = fil.fil.read_bytes()
    fill(lager, 2)
    fil.fil.write_bytes(gammelt)
    kontrol = verify_log(lager)
    assert kontrol.fund == ()
    assert describe_hoved(kontrol).endswith(
        "2 rækker efter den er skrevet, men ikke underskrevet: programmet blev standset imens."
    )
    fill(lager, 1)
    assert (verify_log(lager).fund, verify_log(lager).hoved.nr) == ((), 8)  # type: ignore[union-attr]


def test_a_head_without_its_key_is_false_and_one_taken_away_is_missed(lager: Lager, fil: Hovedfil) -> None:
    fill(lager)
    indhold = json.loads(fil.fil.read_text())
    for felt, vaerdi in (("nr", 4), ("kontrol", "0" * 64), ("anker", [1, "0" * 64]), ("fra_nr", 3)):
        fil.fil.write_text(json.dumps({**indhold, "hoved": {**indhold["hoved"], felt: vaerdi}}))
        assert found(lager) == [("hoved_falsk", "")]
    for skrald in ("", "{}", "[]", "null", '{"hoved": 1, "naeste": null, "underskrift": ""}'):
        fil.fil.write_text(skrald)
        assert found(lager) == [("hoved_falsk", "")]
    with pytest.raises(FalsktHoved):
        Hovedfil(fil.fil, "en-anden-noegle-0123456789abcdefghi").read()
    fil.fil.unlink()
    assert found(lager) == [("hoved_mangler", "")]
    fill(lager, 1)
    assert found(lager) == [("hoved_mangler", "")]


def test_log_begynd_signs_from_here_on_and_says_so(lager: Lager, fil: Hovedfil) -> None:
    fill(lager)
    fil.fil.unlink()
    begin_log(lager, hvem="kommandolinje (drift)", nu=NU)
    fill(lager, 2)
    kontrol = verify_log(lager)
    assert (kontrol.fund, kontrol.hoved.fra_nr, kontrol.hoved.nr) == ((), 6, 8)  # type: ignore[union-attr]
    with lager.read() as con:
        assert con.execute(select(log.c.hvor).where(log.c.nr == 6)).scalar() == "log begynd"


def test_retention_moves_the_beginning_and_is_no_attack(lager: Lager) -> None:
    fill(lager, 3, dage=800)
    fill(lager, 2)
    assert prune_log(lager, hvem="drift", nu=NU) == 3
    kontrol = verify_log(lager)
    assert (kontrol.fund, kontrol.hoved.anker[0], kontrol.hoved.nr) == ((), 3, 6)  # type: ignore[union-attr]
    assert "fra række 4 " in describe_hoved(kontrol)


@pytest.mark.parametrize("sted", ["before", "after"])
@pytest.mark.parametrize("handling", ["write", "first", "prune", "begin", "restore"])
def test_a_kill_around_the_commit_is_no_attack(
    lager: Lager, url: str, fil: Hovedfil, tmp_path: Path, handling: str, sted: str
) -> None:
    """The process is killed just before or just after its transaction is committed, the head not yet in its place."""
    if handling != "first":
        fill(lager, 3, dage=800)
    if handling == "restore":
        backup_lager(lager, tmp_path / "kopi.json")
        fill(lager, 2)
    program = f"""
import os, signal
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import Connection
from pipeline.lager.hoved import Hovedfil
from pipeline.lager.kopi import restore_lager
from pipeline.lager.lager import open_lager
from pipeline.lager.log import Haendelse, begin_log, prune_log, write_log
lager = open_lager({url!r}, {PERSONNOEGLE!r}, Hovedfil(Path({str(fil.fil)!r}), {LOGNOEGLE!r}))
commit = Connection.commit
def die(con):
    if {sted!r} == "after":
        commit(con)
    os.kill(os.getpid(), signal.SIGKILL)
Connection.commit = die
nu = datetime.now(UTC)
if {handling!r} in ("write", "first"):
    write_log(lager, Haendelse("l1", "personer"))
elif {handling!r} == "prune":
    prune_log(lager, hvem="drift", nu=nu)
elif {handling!r} == "begin":
    begin_log(lager, hvem="drift", nu=nu)
else:
    restore_lager(lager, Path({str(tmp_path / "kopi.json")!r}), overskriv_af="hr1")
"""
    svar = subprocess.run([sys.executable, "-c", program], cwd=PROJEKT, env=os.environ, check=False)
    assert svar.returncode == -signal.SIGKILL
    assert verify_log(lager).fund == ()
    foer = verify_log(lager).antal
    fill(lager, 2)
    kontrol = verify_log(lager)
    assert (kontrol.fund, kontrol.antal) == ((), foer + 2)
    assert kontrol.hoved.nr == kontrol.nyeste  # type: ignore[union-attr]


def test_eight_threads_writing_at_once_leave_a_head_that_fits(lager: Lager) -> None:
    with ThreadPoolExecutor(8) as traade:
        list(traade.map(lambda _: fill(lager, 5), range(8)))
    assert (found(lager), verify_log(lager).antal) == ([], 40)
    fill(lager, 1)
    assert verify_log(lager).hoved.nr == 41  # type: ignore[union-attr]


def test_a_head_that_cannot_be_written_stops_the_row(
    lager: Lager, fil: Hovedfil, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(lager)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as uden_plads, pytest.raises(Brugerfejl, match="hoved kan ikke skrives"):
        uden_plads.setattr("os.fsync", full)
        fill(lager, 1)
    assert (verify_log(lager).antal, found(lager)) == (5, [])


def test_the_triggers_expected_are_those_a_new_store_has(lager: Lager) -> None:
    assert found(lager) == []
    with lager.engine.begin() as con:
        if con.dialect.name == "sqlite":
            fundne = con.execute(text("select name from sqlite_master where type = 'trigger'")).scalars().all()
        else:
            fundne = con.execute(text("select distinct tgname from pg_trigger where not tgisinternal")).scalars().all()
    assert set(fundne) == set(FORVENTEDE[lager.engine.dialect.name])


ODELAGT = {
    "sqlite": [
        ("drop trigger log_uaendret",),
        ("drop trigger noter_uaendret",),
        (
            "drop trigger log_uaendret",
            "create trigger log_uaendret before update on log begin select 1; end",
        ),
        (
            "drop trigger log_uaendret",
            "create trigger log_uaendret before update on log when 0 begin select raise(abort, 'nej'); end",
        ),
    ],
    "postgresql": [
        ("drop trigger log_uaendret on log",),
        ("alter table log disable trigger log_uaendret",),
        ("drop trigger noter_uaendret on noter",),
        (
            "drop trigger log_uaendret on log",
            "create trigger log_uaendret before update on log for each row when (old.nr < 0) "
            "execute function log_forbudt()",
        ),
    ],
}


@pytest.mark.parametrize("nr", range(4))
def test_a_trigger_that_is_gone_off_or_other_is_named(lager: Lager, nr: int) -> None:
    fill(lager)
    saetninger = ODELAGT[lager.engine.dialect.name][nr]
    with lager.engine.begin() as con:
        for saetning in saetninger:
            con.execute(text(saetning))
    navn = "noter_uaendret" if "noter" in saetninger[0] else "log_uaendret"
    assert found(lager) == [("trigger", navn)]
    assert [fund.detalje for fund in check_start(lager)] == [navn]


def test_a_trigger_function_that_refuses_nothing_is_told(lager: Lager) -> None:
    if lager.engine.dialect.name == "sqlite":
        pytest.skip("SQLite has no functions")
    with lager.engine.begin() as con:
        con.execute(
            text(
                "create or replace function log_forbudt() returns trigger language plpgsql as "
                "$$ begin return coalesce(new, old); end $$"
            )
        )
    assert {detalje for _, detalje in found(lager)} == {
        navn for navn in FORVENTEDE["postgresql"] if navn.startswith("log")
    }


def test_a_copy_carries_its_head_and_the_vouching_goes_on(lager: Lager, tmp_path: Path, url: str) -> None:
    fill(lager)
    backup_lager(lager, tmp_path / "kopi.json")
    nyt = open_lager("sqlite://", PERSONNOEGLE, hovedfil_of(tmp_path / "andet", "sqlite://", LOGNOEGLE))
    restore_lager(nyt, tmp_path / "kopi.json")
    kontrol = verify_log(nyt)
    assert (kontrol.fund, kontrol.hoved.fra_nr, kontrol.hoved.nr) == ((), 1, 5)  # type: ignore[union-attr]
    nyt.close()


def test_a_copy_whose_log_is_another_than_the_signed_is_refused(lager: Lager, tmp_path: Path) -> None:
    fill(lager)
    backup_lager(lager, tmp_path / "kopi.json")
    kopi = json.loads((tmp_path / "kopi.json").read_text())
    uden_nyeste = {**kopi, "log": kopi["log"][:-1]}
    falsk = {**kopi, "hoved": {**kopi["hoved"], "underskrift": "0" * 64}}
    for nr, rettet in enumerate((uden_nyeste, falsk)):
        (tmp_path / f"{nr}.json").write_text(json.dumps(rettet))
        with pytest.raises(Brugerfejl, match="ikke den, der blev underskrevet"):
            restore_lager(lager, tmp_path / f"{nr}.json", overskriv_af="hr1")
    assert found(lager) == []


def test_a_copy_from_before_there_were_heads_is_vouched_for_from_now_on(lager: Lager, tmp_path: Path) -> None:
    fill(lager)
    backup_lager(lager, tmp_path / "kopi.json")
    kopi = json.loads((tmp_path / "kopi.json").read_text())
    del kopi["hoved"]
    (tmp_path / "gammel.json").write_text(json.dumps(kopi))
    restore_lager(lager, tmp_path / "gammel.json", overskriv_af="hr1")
    kontrol = verify_log(lager)
    assert (kontrol.fund, kontrol.hoved.fra_nr, kontrol.antal) == ((), 6, 6)  # type: ignore[union-attr]


def test_the_owner_alone_may_read_the_head(lager: Lager, fil: Hovedfil) -> None:
    fill(lager)
    assert fil.fil.stat().st_mode & 0o777 == 0o600
    assert [navn.name for navn in fil.fil.parent.iterdir()] == [fil.fil.name]


def test_the_triggers_still_refuse(lager: Lager) -> None:
    fill(lager)
    with pytest.raises(DBAPIError, match="loggen kan ikke"), lager.engine.begin() as con:
        con.execute(text("delete from log"))


def test_a_server_that_starts_says_in_its_log_what_was_taken_away(
    lager: Lager, hovedmappe: Path, url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Also where no database is built yet, so that there is nothing of a delivery to clean up."""
    monkeypatch.setenv("SYGEFRAVAER_LAGER", url)
    monkeypatch.setenv("SYGEFRAVAER_DATABASE", str(hovedmappe / "ikke-bygget.duckdb"))
    find_miljoe.cache_clear()
    fill(lager)
    prepare_start()
    assert caplog.messages == []
    attack(lager, "delete from log")
    prepare_start()
    assert caplog.messages == ["Loggen er ikke hel. Række 1 og dem efter mangler, selv om de er underskrevet."]
    find_miljoe().lager.close()
    find_miljoe.cache_clear()
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
