"""Killed with SIGKILL in the middle of a step: nothing is replaced by halves, and the work is found again."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from pipeline.kvartal import pakke, trin
from pipeline.kvartal.koersel import start_byg
from pipeline.kvartal.pakke import fetch_zip
from pipeline.kvartal.stand import list_advarsler, read_bygning_id
from pipeline.kvartal.steder import is_running, kandidat_of
from pipeline.kvartal.trin import (
    Hr,
    begin,
    choose_nuvaerende,
    clean_up,
    give_up,
    put_in_use,
    send_mappe,
    write_field,
)
from pipeline.lager.kontrol import verify_log
from pipeline.lager.kvartaler import read_newest
from pipeline.lager.laase import read_laase
from pipeline.lager.log import read_log
from tests.pipeline.kvartal.conftest import NU, write_ny
from tests.pipeline.kvartal.test_gang import build, waiting

pytestmark = pytest.mark.langsom
FRIST = 120
PROGRAM = """
import os, signal, sys
from datetime import UTC, date, datetime
from pathlib import Path
from pipeline.kvartal import modtag, pakke, trin
from pipeline.lager import kvartaler
from pipeline.lager.lager import open_lager_of
from pipeline.port.rettigheder import Bruger
from pipeline.port.scope import Miljoe
database, modul, navn, handling = Path(sys.argv[1]), *sys.argv[2:]
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
setattr({"trin": trin, "modtag": modtag, "pakke": pakke, "kvartaler": kvartaler}[modul], navn, die)
miljoe = Miljoe(database, open_lager_of(database), lambda: datetime.now(UTC))
hr = trin.enter(Bruger("hr1"), miljoe)
eval(handling, {"trin": trin, "pakke": pakke, "hr": hr, "Path": Path, "date": date})
"""


def run_killed(hr: Hr, modul: str, navn: str, handling: str) -> None:
    """`handling` in a process of its own, killed where it comes to `navn`."""
    ord_ = [sys.executable, "-c", PROGRAM, str(hr.miljoe.database), modul, navn, handling]
    ud = subprocess.run(ord_, capture_output=True, text=True, check=False)
    assert ud.returncode == -signal.SIGKILL, ud.stderr


def wait_until(er_sandt, hr: Hr) -> None:
    slut = time.monotonic() + FRIST
    while not er_sandt():
        assert time.monotonic() < slut, hr.under_way()
        time.sleep(0.2)


def test_a_killed_build_is_found_again_with_its_delivery_and_built_again(hr: Hr, tmp_path: Path) -> None:
    begin(hr)
    send_mappe(hr, write_ny(tmp_path / "ny"))
    gammel = hr.miljoe.database.read_bytes()
    start_byg(hr.miljoe, af="hr1")
    assert is_running(hr.miljoe.database)
    assert hr.under_way().bygges == "koerer"
    os.kill(find_barn(hr), signal.SIGKILL)
    wait_until(lambda: not is_running(hr.miljoe.database), hr)
    assert hr.under_way().bygges == "afbrudt"
    assert hr.miljoe.database.read_bytes() == gammel
    clean_up(hr.miljoe)
    start_byg(hr.miljoe, af="hr2")
    wait_until(lambda: not is_running(hr.miljoe.database), hr)
    stand = hr.under_way()
    assert stand.bygges == "bygget"
    put_in_use(hr, str(stand.bygning_id))
    assert waiting(hr) == []
    assert verify_log(hr.miljoe.lager).fund == ()


def find_barn(hr: Hr) -> int:
    """The process that builds this test's database."""
    for proces in Path("/proc").iterdir():
        if proces.name.isdigit():
            try:
                ordene = (proces / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"pipeline.kvartal.barn" in ordene and str(hr.miljoe.database).encode() in ordene:
                return int(proces.name)
    raise AssertionError("no build")


def test_killed_while_it_comes_in_nothing_is_left(hr: Hr, tmp_path: Path) -> None:
    begin(hr)
    kilde = write_ny(tmp_path / "ny")
    for modul, navn in (("modtag", "check_slags"), ("trin", "_note_leverance")):
        run_killed(hr, modul, navn, f"trin.send_mappe(hr, Path({str(kilde)!r}))")
        assert waiting(hr) != []
        assert hr.under_way().leverance is None
        clean_up(hr.miljoe)
        assert waiting(hr) == []
    send_mappe(hr, kilde)
    assert hr.under_way().leverance is not None


@pytest.mark.parametrize("navn", ["settle_adgang", "replace_database", "settle_bygning", "fremdrift_of"])
def test_killed_while_it_is_put_in_use_the_old_or_the_new_is_whole_and_it_can_be_done_again(
    hr: Hr, tmp_path: Path, navn: str
) -> None:
    begin(hr)
    send_mappe(hr, write_ny(tmp_path / "ny"))
    assert build(hr)
    foer, ny = read_bygning_id(hr.miljoe), str(hr.under_way().bygning_id)
    run_killed(hr, "trin", navn, f"trin.put_in_use(hr, {ny!r})")
    er_skiftet = navn in ("settle_bygning", "fremdrift_of")
    assert read_bygning_id(hr.miljoe) == (ny if er_skiftet else foer)
    assert kandidat_of(hr.miljoe.database).exists() != er_skiftet
    if not hr.under_way().er_i_brug:
        put_in_use(hr, ny)
    assert (hr.under_way().er_i_brug, read_bygning_id(hr.miljoe)) == (True, ny)
    assert verify_log(hr.miljoe.lager).fund == ()


def test_killed_while_words_are_written_they_are_whole_or_not_there(hr: Hr) -> None:
    begin(hr)
    for _ in range(2):
        run_killed(hr, "kvartaler", "append", "trin.write_field(hr, 'indsats', 'Halvt', laest=0)")
        assert hr.under_way().gang.ord == {}
    assert write_field(hr, "indsats", "Helt", laest=0) == 1


def test_killed_while_a_round_begins_or_is_given_up_it_can_be_done_again(hr: Hr) -> None:
    run_killed(hr, "kvartaler", "append", "trin.begin(hr)")
    assert read_newest(hr.miljoe.lager) is None
    begin(hr)
    run_killed(hr, "trin", "_forget_unused", "trin.give_up(hr)")
    assert hr.stand().gang.er_slut  # type: ignore[union-attr]
    begin(hr)
    give_up(hr)


FORENKLET = (
    "[setattr(modul, 'find_kvartal', lambda scope: '2025K2') for modul in (trin, pakke)],"
    "setattr(pakke, 'make_laasefil', lambda *_: b'{}'), setattr(pakke, 'make_sager', lambda *_: ())"
)
"""This kommune is too small for a case: what is written of one is none, and the store is the real one."""
LAAS = "pakke.lock(hr, moede='Chefforum', dato=date(2025, 8, 27), udgivet=date(2025, 8, 20))"


@pytest.fixture
def klar(hr: Hr, monkeypatch: pytest.MonkeyPatch) -> Hr:
    """All that remains is to fetch and to lock."""
    for modul in (trin, pakke):
        monkeypatch.setattr(modul, "find_kvartal", lambda _: "2025K2")
    monkeypatch.setattr(pakke, "make_laasefil", lambda *_: b"{}")
    monkeypatch.setattr(pakke, "make_sager", lambda *_: ())
    begin(hr)
    choose_nuvaerende(hr)
    assert list_advarsler(hr.open(hr.under_way())) == []
    return hr


@pytest.mark.parametrize(("modul", "navn"), [("pakke", "pack"), ("pakke", "note_hentet"), ("kvartaler", "append")])
def test_killed_while_it_is_fetched_nobody_has_fetched_it_and_it_can_be_done_again(
    klar: Hr, modul: str, navn: str
) -> None:
    run_killed(klar, modul, navn, f"({FORENKLET}, pakke.fetch_zip(hr))")
    assert klar.under_way().hentet == ()
    assert fetch_zip(klar)[0] == "2025K2"
    assert [en.af for en in klar.under_way().hentet] == ["hr1"]
    assert verify_log(klar.miljoe.lager).fund == ()


@pytest.mark.parametrize("navn", ["insert_laas", "_insert_trin", "append"])
def test_killed_while_it_is_locked_there_is_no_lock_and_the_round_goes_on(klar: Hr, navn: str) -> None:
    fetch_zip(klar)
    run_killed(klar, "kvartaler", navn, f"({FORENKLET}, {LAAS})")
    assert (read_laase(klar.miljoe.lager), klar.under_way().laast) == ([], None)
    assert pakke.lock(klar, moede="Chefforum", dato=date(2025, 8, 27), udgivet=date(2025, 8, 20)) == "2025K2"
    [laas] = read_laase(klar.miljoe.lager)
    assert (laas.kvartal, laas.moedenavn, laas.moede) == ("2025K2", "Chefforum", date(2025, 8, 27))
    log = read_log(klar.miljoe.lager, fra=NU.date(), til=NU.date())
    assert list(log["hvad"]).count("kvartal låst") == 1
    assert verify_log(klar.miljoe.lager).fund == ()
