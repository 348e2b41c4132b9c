"""A new key: the database and the one before are under the old or the new one, whatever happens."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from pipeline.database.kryptering import ForkertNoegle, attach_database, load_openssl
from pipeline.database.noegleskift import change_key
from pipeline.database.ombytning import previous_of
from pipeline.tekster import faelles as tekster
from pipeline.tekster import noegler as tekster_noegler
from tests.conftest import NOEGLE, PROJEKT, Svar, noegletal, run_sygefravaer, snapshot

NY_NOEGLE = "en-helt-anden-noegle-0123456789abcdef"
# Kills itself before the n-th of what skift does: two copies, two swaps.
DRAEBES_VED = """
import os, signal, sys
from pathlib import Path
from pipeline.database import noegleskift
from pipeline.kommandolinje.__main__ import main

tilbage = int(sys.argv[1])

def killed(trin):
    def udfoer(*ord_, **navngivne):
        global tilbage
        tilbage -= 1
        if not tilbage:
            os.kill(os.getpid(), signal.SIGKILL)
        return trin(*ord_, **navngivne)
    return udfoer

noegleskift._copy_under = killed(noegleskift._copy_under)
noegleskift.take_place = killed(noegleskift.take_place)
main(["noegle", "skift", "--database", sys.argv[2], "--til", sys.argv[3]])
"""


@pytest.fixture
def ny_noeglefil(tmp_path: Path) -> Path:
    fil = tmp_path / "ny"
    fil.write_text(NY_NOEGLE + "\n")
    fil.chmod(0o600)
    return fil


def opens(database: Path, noegle: str) -> bool:
    with duckdb.connect(":memory:") as con:
        try:
            attach_database(con, database, alias="maal", noegle=noegle)
        except ForkertNoegle:
            return False
        return con.execute("select count(*) from maal.navne").fetchall()[0][0] == 12


def test_skift_puts_the_database_and_the_one_before_under_the_new_key(database: Path, ny_noeglefil: Path) -> None:
    svar = run_sygefravaer("noegle", "skift", "--database", database, "--til", ny_noeglefil)
    assert svar == Svar(0, tekster_noegler.SKIFT_FAERDIG + "\n", "")
    for fil in (database, previous_of(database)):
        assert (opens(fil, NOEGLE), opens(fil, NY_NOEGLE)) == (False, True)


def test_skift_changes_no_figure(database: Path, ny_noeglefil: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    foer = noegletal(database)
    run_sygefravaer("noegle", "skift", "--database", database, "--til", ny_noeglefil)
    monkeypatch.setenv("SYGEFRAVAER_NOEGLE", NY_NOEGLE)
    assert noegletal(database) == foer


def test_skift_from_a_key_that_is_not_the_databases_changes_nothing(
    database: Path, ny_noeglefil: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foer = snapshot(database.parent)
    monkeypatch.setenv("SYGEFRAVAER_NOEGLE", "f" * 40)
    svar = run_sygefravaer("noegle", "skift", "--database", database, "--til", ny_noeglefil)
    assert svar == Svar(1, "", f"Fejl: {tekster_noegler.FORKERT.format(database='sygefravaer.duckdb.forrige')}\n")
    assert snapshot(database.parent) == foer


def test_skift_stopped_half_way_is_finished_by_running_it_again(database: Path, ny_noeglefil: Path) -> None:
    """As after a power cut between the two files."""
    forrige = database.with_name("andet.duckdb")
    shutil.copy(previous_of(database), forrige)
    change_key(forrige, gammel=NOEGLE, ny=NY_NOEGLE)
    os.replace(forrige, previous_of(database))
    assert [opens(fil, NY_NOEGLE) for fil in (previous_of(database), database)] == [True, False]
    assert run_sygefravaer("noegle", "skift", "--database", database, "--til", ny_noeglefil).kode == 0
    assert [opens(fil, NY_NOEGLE) for fil in (previous_of(database), database)] == [True, True]


@pytest.mark.langsom
@pytest.mark.parametrize(
    ("kald", "under_den_nye"),
    [(1, [False, False]), (2, [False, False]), (3, [False, False]), (4, [True, False])],
    ids=["before the first copy", "before the second", "before the first swap", "between the two"],
)
def test_skift_killed_at_a_known_moment_is_finished_by_running_it_again(
    kald: int, under_den_nye: list[bool], database: Path, ny_noeglefil: Path
) -> None:
    kommando = [sys.executable, "-c", DRAEBES_VED, str(kald), str(database), str(ny_noeglefil)]
    assert subprocess.run(kommando, cwd=PROJEKT, check=False).returncode == -signal.SIGKILL
    filer = [previous_of(database), database]
    assert [opens(fil, NY_NOEGLE) for fil in filer] == under_den_nye
    assert [opens(fil, NOEGLE) for fil in filer] == [not ny for ny in under_den_nye]
    assert run_sygefravaer("noegle", "skift", "--database", database, "--til", ny_noeglefil).kode == 0
    assert [opens(fil, NY_NOEGLE) for fil in filer] == [True, True]
    assert sorted(fil.name for fil in database.parent.iterdir()) == [
        ".sygefravaer.duckdb.laas",
        "sygefravaer.duckdb",
        "sygefravaer.duckdb.forrige",
    ]


@pytest.mark.langsom
@pytest.mark.parametrize("kopi", ["0.duckdb", "1.duckdb"])
def test_skift_killed_while_it_copies_leaves_both_files_as_they_were(
    kopi: str, database: Path, ny_noeglefil: Path
) -> None:
    kommando = [sys.executable, "-m", "pipeline.kommandolinje", "noegle", "skift"]
    with subprocess.Popen([*kommando, "--database", database, "--til", ny_noeglefil], cwd=PROJEKT) as proces:
        while not list(database.parent.glob(f".*.byg-*/{kopi}")):
            assert proces.poll() is None
        proces.send_signal(signal.SIGKILL)
    for fil in (database, previous_of(database)):
        assert opens(fil, NOEGLE) != opens(fil, NY_NOEGLE)
    assert opens(database, NOEGLE) or kopi == "1.duckdb"


def test_skift_that_cannot_copy_the_second_file_leaves_the_first_alone(database: Path, ny_noeglefil: Path) -> None:
    indhold = bytearray(database.read_bytes())
    indhold[12288:] = bytes(len(indhold) - 12288)
    database.write_bytes(indhold)
    foer = snapshot(database.parent)
    svar = run_sygefravaer("noegle", "skift", "--database", database, "--til", ny_noeglefil)
    saetning = tekster.DATABASE_KAN_IKKE_LAESES
    assert svar == Svar(1, "", f"Fejl: {saetning.format(database=database.name)}\n")
    assert snapshot(database.parent) == foer


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_skift_by_root_leaves_the_files_to_their_owner(database: Path, ny_noeglefil: Path) -> None:
    filer = [previous_of(database), database]
    for fil in filer:
        os.chown(fil, 12345, 12346)
        fil.chmod(0o640)
    assert run_sygefravaer("noegle", "skift", "--database", database, "--til", ny_noeglefil).kode == 0
    staar = [fil.stat() for fil in filer]
    assert [(fil.st_uid, fil.st_gid, oct(fil.st_mode & 0o777)) for fil in staar] == [(12345, 12346, "0o640")] * 2


def test_skift_spills_nothing_where_the_command_stands(
    database: Path, ny_noeglefil: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full memory stops it; what it may not do is write rows in plain text."""
    mapper = []
    monkeypatch.setattr(
        "pipeline.database.noegleskift.load_openssl",
        lambda con: (
            mapper.append(con.execute("select current_setting('temp_directory')").fetchall()),
            load_openssl(con),
        ),
    )
    assert run_sygefravaer("noegle", "skift", "--database", database, "--til", ny_noeglefil).kode == 0
    assert mapper == [[("",)], [("",)]]
