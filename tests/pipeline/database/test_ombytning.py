"""The finished database takes the old one's place whole; whatever happens to a build, somebody reads a whole one."""

import multiprocessing
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import duckdb
import pytest

from pipeline.database.kryptering import attach_database, load_openssl
from pipeline.database.ombytning import working_folder
from pipeline.kommandolinje.__main__ import main
from pipeline.tekster import faelles as tekster
from pipeline.tekster import stop as tekster_stop
from tests.conftest import (
    FRAVAER_FIL,
    NOEGLE,
    Svar,
    add_lines,
    assert_gives_nothing_away,
    byg,
    noegletal,
    run_sygefravaer,
    snapshot,
    write_god,
)

pytestmark = pytest.mark.langsom

NAVN, FORRIGE, LAAS = "sygefravaer.duckdb", "sygefravaer.duckdb.forrige", ".sygefravaer.duckdb.laas"
OEJEBLIKKE = int(os.environ.get("SYGEFRAVAER_OEJEBLIKKE", "4"))  # make bench kills at more
# The steps of the swap, in order: the n-th call of a function of `os`.
TRIN = [("link", 1), ("replace", 1), ("replace", 2), ("fsync", 1)]


def answer(database: Path) -> str:
    """The kommune's figures; fails when the database cannot be opened."""
    return noegletal(database, "--niveau", "kommune")


def forrige(database: Path) -> Svar:
    return run_sygefravaer("forrige", "--database", database)


@pytest.fixture(scope="module")
def ny_kilde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good delivery with one sick day more."""
    kilde = write_god(tmp_path_factory.mktemp("ny") / "leverance")
    add_lines(kilde / FRAVAER_FIL, "731001;06.02.2025;06.02.2025;SY;Sygdom;7,4;")
    return kilde


@pytest.fixture(scope="module")
def svar_gammelt_og_nyt(god_bygning: Path, ny_kilde: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    ny = tmp_path_factory.mktemp("svar") / NAVN
    assert byg(ny_kilde, ny).kode == 0
    gammelt, nyt = answer(god_bygning), answer(ny)
    assert gammelt != nyt
    return gammelt, nyt


def test_the_first_build_leaves_the_database_and_its_lock_only(kilde: Path, tmp_path: Path) -> None:
    assert byg(kilde, tmp_path / "ny" / "mappe" / NAVN).kode == 0
    assert sorted(snapshot(tmp_path / "ny" / "mappe")) == [LAAS, NAVN]


def test_a_new_build_takes_the_olds_place_and_the_old_stays_as_forrige(
    database: Path, ny_kilde: Path, svar_gammelt_og_nyt: tuple[str, str]
) -> None:
    gammel = snapshot(database.parent)[NAVN]
    assert byg(ny_kilde, database).kode == 0
    assert sorted(snapshot(database.parent)) == [LAAS, NAVN, FORRIGE]
    assert snapshot(database.parent)[FORRIGE] == gammel
    assert (answer(database.with_name(FORRIGE)), answer(database)) == svar_gammelt_og_nyt


def test_forrige_goes_back_and_forth(database: Path, ny_kilde: Path, svar_gammelt_og_nyt: tuple[str, str]) -> None:
    gammelt, nyt = svar_gammelt_og_nyt
    byg(ny_kilde, database)
    foer = snapshot(database.parent)
    assert forrige(database) == Svar(0, "Databasen sygefravaer.duckdb er sat tilbage til den forrige bygning.\n", "")
    assert (answer(database), answer(database.with_name(FORRIGE))) == (gammelt, nyt)
    assert forrige(database).kode == 0
    assert (answer(database), answer(database.with_name(FORRIGE))) == (nyt, gammelt)
    assert snapshot(database.parent) == foer


def test_forrige_brings_back_a_database_that_is_gone(database: Path, svar_gammelt_og_nyt: tuple[str, str]) -> None:
    database.unlink()
    assert forrige(database).kode == 0
    assert answer(database) == svar_gammelt_og_nyt[0]
    assert sorted(snapshot(database.parent)) == [LAAS, NAVN]


def test_forrige_without_an_earlier_build_is_one_sentence(database: Path) -> None:
    database.with_name(FORRIGE).unlink()
    foer = snapshot(database.parent)
    svar = forrige(database)
    assert svar == Svar(1, "", f"Fejl: {tekster.INGEN_FORRIGE.format(database=NAVN)}\n")
    assert "Der er ingen tidligere bygning af sygefravaer.duckdb at gå tilbage til." in svar.fejl
    assert snapshot(database.parent) == foer


@pytest.fixture
def optaget(database: Path) -> Iterator[Path]:
    """The database while another build is at work beside it."""
    with working_folder(database):
        yield database


@pytest.mark.parametrize("kommando", ["byg", "forrige"])
def test_while_another_builds_there_is_one_sentence(kommando: str, optaget: Path, kilde: Path) -> None:
    foer = snapshot(optaget.parent)
    tilvalg = ["--kilde", kilde] if kommando == "byg" else []
    svar = run_sygefravaer(kommando, "--database", optaget, *tilvalg)
    assert svar == Svar(1, "", f"Fejl: {tekster.ANDEN_BYGNING.format(database=NAVN)}\n")
    assert "Databasen sygefravaer.duckdb bygges allerede af en anden. Vent, til den er færdig." in svar.fejl
    assert_gives_nothing_away(svar, kilde)
    assert snapshot(optaget.parent) == foer


def test_while_another_builds_the_figures_can_be_read_and_a_delivery_checked(optaget: Path, kilde: Path) -> None:
    assert answer(optaget) != ""
    assert run_sygefravaer("tjek", "--kilde", kilde, "--database", optaget).kode == 0


def test_a_reader_keeps_its_database_through_a_swap(
    database: Path, ny_kilde: Path, svar_gammelt_og_nyt: tuple[str, str]
) -> None:
    with database.open("rb") as aaben:
        foerste = aaben.read(4096)
        assert byg(ny_kilde, database).kode == 0
        aaben.seek(0)
        assert aaben.read(4096) == foerste
    assert answer(database) == svar_gammelt_og_nyt[1]


def test_what_a_killed_build_left_is_removed_by_the_next(database: Path, kilde: Path) -> None:
    rest = database.with_name(f".{NAVN}.byg-rest")
    (rest / "overloeb").mkdir(parents=True)
    (rest / "ny.duckdb").write_bytes(b"halv")
    database.with_name(FORRIGE + ".ny").write_bytes(b"halv")
    assert byg(kilde, database).kode == 0
    assert sorted(snapshot(database.parent)) == [LAAS, NAVN, FORRIGE]


def build_in_child(kilde: Path, database: Path, trin: tuple[str, int] | None, efter: bool) -> None:
    """Runs in its own process. With `trin` it kills itself right before or after that step."""
    if trin:
        die_at(*trin, efter=efter)
    raise SystemExit(main(["byg", "--kilde", str(kilde), "--database", str(database), "--traade", "1"]))


def die_at(navn: str, nummer: int, *, efter: bool) -> None:
    aegte, kald = getattr(os, navn), [0]

    def step(*argumenter: object, **flere: object) -> object:
        kald[0] += 1
        if kald[0] == nummer and not efter:
            os.kill(os.getpid(), signal.SIGKILL)
        svar = aegte(*argumenter, **flere)
        if kald[0] == nummer:
            os.kill(os.getpid(), signal.SIGKILL)
        return svar

    setattr(os, navn, step)


Barn = Callable[..., BaseProcess]


@pytest.fixture(scope="module")
def start_barn(ny_kilde: Path) -> Barn:
    """Starts a build of the new delivery in a process of its own, everything imported beforehand."""
    proces = multiprocessing.get_context("forkserver")
    proces.set_forkserver_preload([__name__])

    def start(database: Path, trin: tuple[str, int] | None = None, *, efter: bool = False) -> BaseProcess:
        barn = proces.Process(target=build_in_child, args=(ny_kilde, database, trin, efter))
        barn.start()
        return barn

    return start


def old_database(god_bygning: Path, mappe: Path) -> Path:
    return shutil.copytree(god_bygning.parent, mappe) / NAVN


def assert_next_build_succeeds(database: Path, kilde: Path, ventet: str) -> None:
    svar = byg(kilde, database)
    assert (svar.kode, svar.fejl) == (0, "")
    assert sorted(snapshot(database.parent)) == [LAAS, NAVN, FORRIGE]
    assert answer(database) == ventet


def test_a_build_killed_at_any_moment_leaves_the_old_database_or_the_new_one_whole(
    start_barn: Barn, god_bygning: Path, ny_kilde: Path, svar_gammelt_og_nyt: tuple[str, str], tmp_path: Path
) -> None:
    gamle = {snapshot(god_bygning.parent)[navn] for navn in (NAVN, FORRIGE)}
    maalt = []
    for gang in range(2):
        fra = time.monotonic()
        start_barn(old_database(god_bygning, tmp_path / f"maal{gang}")).join()
        maalt.append(time.monotonic() - fra)
    draebte = 0
    for oejeblik in range(OEJEBLIKKE):
        database = old_database(god_bygning, tmp_path / f"{oejeblik}")
        barn = start_barn(database)
        barn.join(min(maalt) * (oejeblik + 0.5) / OEJEBLIKKE)
        barn.kill()
        barn.join()
        draebte += barn.exitcode == -signal.SIGKILL
        assert answer(database) in svar_gammelt_og_nyt, f"moment {oejeblik}"
        assert snapshot(database.parent)[FORRIGE] in gamle, f"moment {oejeblik}"
        assert_next_build_succeeds(database, ny_kilde, svar_gammelt_og_nyt[1])
        shutil.rmtree(database.parent)
    assert draebte >= OEJEBLIKKE * 2 // 3


@pytest.mark.parametrize("efter", [False, True], ids=["lige før", "lige efter"])
@pytest.mark.parametrize("trin", TRIN, ids=[f"{navn} {nummer}" for navn, nummer in TRIN])
def test_a_build_killed_at_a_step_of_the_swap_leaves_one_whole_database(
    trin: tuple[str, int],
    efter: bool,
    start_barn: Barn,
    database: Path,
    ny_kilde: Path,
    svar_gammelt_og_nyt: tuple[str, str],
) -> None:
    barn = start_barn(database, trin, efter=efter)
    barn.join()
    assert barn.exitcode == -signal.SIGKILL
    er_byttet = TRIN.index(trin) + efter > TRIN.index(("replace", 2))
    assert answer(database) == svar_gammelt_og_nyt[er_byttet]
    assert answer(database.with_name(FORRIGE)) == svar_gammelt_og_nyt[0]
    assert_next_build_succeeds(database, ny_kilde, svar_gammelt_og_nyt[1])


def test_a_database_whose_figures_are_not_ours_counts_as_no_earlier_build(tmp_path: Path, ny_kilde: Path) -> None:
    """Of another version: the tables are there, and hold something else."""
    fremmed = tmp_path / "fremmed.duckdb"
    with duckdb.connect() as con:
        load_openssl(con)
        attach_database(con, fremmed, alias="maal", noegle=NOEGLE, skriv=True)
        con.execute("create table maal.bygning as select 'b1' as bygning_id, date '2025-01-01' as udtraeksdato")
        for tabel in ("maalestok", "resultater"):
            con.execute(
                f"create table maal.{tabel} as select 'b1' as bygning_id, date '2025-01-01' as udtraeksdato, "
                "'hovedtal' as maal, 'kvartal' as periodetype, '2025K1' as periode, 'mange' as vaerdi"
            )
    svar = byg(ny_kilde, fremmed)
    assert svar.kode == 0
    assert tekster_stop.SAMMENLIGNING_INGEN in svar.ud
