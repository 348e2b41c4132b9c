"""The command's own manners: building, checking, help, and one Danish sentence for every mistake."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.kommandolinje import __main__ as kommandolinje
from pipeline.kommandolinje.__main__ import main
from pipeline.tekster import faelles as tekster
from tests.conftest import (
    ANSATTE_FIL,
    FRAVAER_FIL,
    PROJEKT,
    Svar,
    assert_gives_nothing_away,
    byg,
    edit,
    open_test_database,
    query,
    run_sygefravaer,
    snapshot,
    write_indstillinger,
)
from tests.kommandoer import ALLE, GRUPPER, KOMMANDOER

BYG = "byg --kilde x --database x"
ENGELSK = re.compile(r"\b(usage|options?|positional|arguments?|show|help|exit|required|default|error)\b", re.IGNORECASE)


def tjek(kilde: Path, *tilvalg: str | Path) -> Svar:
    return run_sygefravaer("tjek", "--kilde", kilde, "--traade", "1", *tilvalg)


def test_tjek_prints_what_byg_prints_and_says_that_nothing_is_written(kilde: Path, tmp_path: Path) -> None:
    svar = tjek(kilde)
    assert (svar.kode, svar.fejl) == (0, "")
    assert svar.ud == byg(kilde, tmp_path / "db.duckdb").ud + "\nTjekket er færdigt. Intet er skrevet.\n"


def test_tjek_writes_nothing_anywhere(
    kilde: Path, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither beside the database nor in the delivery nor where one stands, and the temporary folder is empty again."""
    (tmp_path / "temp").mkdir()
    (tmp_path / "her").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    monkeypatch.chdir(tmp_path / "her")
    foer = snapshot(kilde), snapshot(database.parent)
    assert tjek(kilde, "--database", database).kode == 0
    assert (snapshot(kilde), snapshot(database.parent)) == foer
    assert (snapshot(tmp_path / "temp"), snapshot(tmp_path / "her")) == ({}, {})


def test_tjek_of_a_bad_delivery_stops_as_byg_does(kilde: Path, database: Path) -> None:
    edit(kilde / FRAVAER_FIL, "SY;Sygdom", "XX;Sygdom")
    svar = tjek(kilde, "--database", database)
    assert svar == byg(kilde, database)
    assert svar.kode == 1


def test_tjek_holds_the_delivery_against_the_database_it_is_given(kilde: Path, database: Path) -> None:
    edit(kilde / FRAVAER_FIL, "05.03.2024;05.03.2024;SY", "05.04.2024;05.04.2024;DS")
    assert "der begynder i april 2024 er 24 mod 12 i den seneste bygning" in tjek(kilde, "--database", database).fejl
    for ord_ in ("--accepter-afvigelse", "--accepter-fald"):
        assert tjek(kilde, "--database", database, ord_).kode == 0
    assert tjek(kilde).kode == 0


def test_udtraek_dates_the_files_that_have_no_date(kilde: Path, tmp_path: Path) -> None:
    for navn in (FRAVAER_FIL, ANSATTE_FIL):
        (kilde / navn).rename(kilde / navn.replace("_20250715", ""))
    for dato in ("2025-07-20", "20.07.2025", "20250720"):
        assert byg(kilde, tmp_path / "db.duckdb", "--udtraek", dato).kode == 0
        assert query(tmp_path / "db.duckdb", "select udtraeksdato::varchar from bygning") == [("2025-07-20",)]


@pytest.mark.parametrize("kommando", ["", *ALLE])
@pytest.mark.parametrize("tilvalg", ["--hjaelp", "-h", "--help"])
def test_the_help_is_danish(kommando: str, tilvalg: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slut:
        main([*kommando.split(), tilvalg])
    hjaelp = capsys.readouterr().out
    assert slut.value.code == 0
    assert hjaelp.startswith(" ".join(["Brug: sygefravaer", *kommando.split()]))
    assert hjaelp.count("Brug:") == 1
    assert ENGELSK.findall(hjaelp.replace("--help", "")) == []


def test_the_help_names_every_command_with_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    for gruppe in ("", *GRUPPER):
        with pytest.raises(SystemExit):
            main([*gruppe.split(), "--hjaelp"])
        hjaelp = " ".join(capsys.readouterr().out.split())
        egne = {n: p for n, p in ALLE.items() if n.rpartition(" ")[0] == gruppe}
        assert [n for n, p in egne.items() if f"{n.split()[-1]} {p.description}" not in hjaelp] == []
        assert egne != {}


@pytest.mark.parametrize("kommando", KOMMANDOER)
def test_every_argument_of_a_command_is_explained(kommando: str) -> None:
    assert [handling.dest for handling in ALLE[kommando]._actions if not handling.help] == []


@pytest.mark.parametrize(
    ("argv", "saetning"),
    [
        ("", "Skriv en kommando. Se sygefravaer --hjaelp."),
        ("fjern", "Kommandoen fjern findes ikke. Se sygefravaer --hjaelp."),
        ("BYG", "Kommandoen BYG findes ikke. Se sygefravaer --hjaelp."),
        ("byg", "Der mangler --kilde, --database. Se --hjaelp."),
        ("byg --kilde x", "Der mangler --database. Se --hjaelp."),
        ("tjek", "Der mangler --kilde. Se --hjaelp."),
        ("forrige", "Der mangler --database. Se --hjaelp."),
        ("forklar --database x", "Der mangler --kvartal, --enhed. Se --hjaelp."),
        ("byg --kilde", "--kilde skal have en værdi efter sig."),
        ("noegletal --database x --alt", "Tilvalget --alt kendes ikke. Se --hjaelp."),
        ("noegletal --data x --database x", "Tilvalget --data x kendes ikke. Se --hjaelp."),
        ("--verbose byg --kilde x --database x", "Tilvalget --verbose kendes ikke. Se --hjaelp."),
        ("noegletal --database x --format ods", "--format kan ikke være ods. Vælg 'tabel', 'csv', 'json'."),
        (f"{BYG} --udtraek 31.02.2025", "31.02.2025 er ikke en dato. Skriv den som 2025-07-15."),
        (f"{BYG} --udtraek 15.07.25", "15.07.25 er ikke en dato. Skriv den som 2025-07-15."),
        (f"{BYG} --traade 0", "0 er ikke et helt tal over 0."),
        (f"{BYG} --traade to", "to er ikke et helt tal over 0."),
    ],
)
def test_a_command_that_is_wrong_is_one_danish_sentence(argv: str, saetning: str) -> None:
    assert run_sygefravaer(*argv.split()) == Svar(1, "", f"Fejl: {saetning}\n")


@pytest.mark.parametrize("periode", ["2025K5", "2025-13", "25K2", "2025", "2025K2 ", "2. kvartal 2025"])
def test_what_is_no_period_is_one_danish_sentence(periode: str) -> None:
    saetning = f"{periode} er ikke en periode. Skriv et kvartal som 2025K2 eller en måned som 2025-06."
    svar = run_sygefravaer("noegletal", "--database", "x", "--kvartal", periode)
    assert svar == Svar(1, "", f"Fejl: {saetning}\n")


def write_foreign(database: Path) -> None:
    database.unlink(missing_ok=True)
    with open_test_database(database, skriv=True) as con:
        con.execute("create table andet as select 1 as tal")


FREMMEDE: dict[str, Callable[[Path], object]] = {
    "mangler": lambda database: database,
    "tekst": lambda database: database.write_bytes(b"Hermed databasen.\n" * 500),
    "tom": Path.touch,
    "mappe": Path.mkdir,
    "fremmed": write_foreign,
}


def not_ours(slags: str, mappe: Path) -> Path:
    mappe.mkdir()
    FREMMEDE[slags](mappe / "sygefravaer.duckdb")
    return mappe / "sygefravaer.duckdb"


@pytest.mark.parametrize("kommando", ["noegletal", "forklar", "forrige"])
@pytest.mark.parametrize("slags", FREMMEDE)
def test_a_database_that_cannot_be_read_is_one_sentence(kommando: str, slags: str, tmp_path: Path) -> None:
    database = not_ours(slags, tmp_path / "ud")
    tilvalg = ["--enhed", "1", "--kvartal", "2025K2"] if kommando == "forklar" else []
    svar = run_sygefravaer(kommando, "--database", database, *tilvalg)
    saetninger = {
        "forrige": tekster.INGEN_FORRIGE,
        "mangler": tekster.DATABASE_MANGLER,
        "mappe": tekster.DATABASE_MANGLER,
    }
    ventet = saetninger.get(kommando, saetninger.get(slags, tekster.DATABASE_KAN_IKKE_LAESES))
    assert svar == Svar(1, "", f"Fejl: {ventet.format(database='sygefravaer.duckdb')}\n")
    assert_gives_nothing_away(svar, tmp_path / "ud")
    assert sorted(snapshot(database.parent)) == [database.name] * (slags != "mangler")


@pytest.mark.parametrize("slags", ["tekst", "tom", "fremmed"])
def test_a_build_over_a_file_that_is_no_database_of_ours_keeps_it_as_forrige(
    slags: str, kilde: Path, tmp_path: Path
) -> None:
    database = not_ours(slags, tmp_path / "ud")
    indhold = database.read_bytes()
    svar = byg(kilde, database)
    assert (svar.kode, svar.fejl) == (0, "")
    assert database.with_name("sygefravaer.duckdb.forrige").read_bytes() == indhold


def test_a_database_under_a_file_cannot_be_written(kilde: Path, tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    svar = byg(kilde, tmp_path / "fil" / "db.duckdb")
    assert svar == Svar(1, "", f"Fejl: {tekster.DATABASE_KAN_IKKE_SKRIVES.format(database='db.duckdb')}\n")


def test_a_folder_in_place_of_the_database_cannot_be_written(kilde: Path, tmp_path: Path) -> None:
    (tmp_path / "ud" / "db.duckdb").mkdir(parents=True)
    svar = byg(kilde, tmp_path / "ud" / "db.duckdb")
    assert svar == Svar(1, "", f"Fejl: {tekster.DATABASE_KAN_IKKE_SKRIVES.format(database='db.duckdb')}\n")


@pytest.mark.parametrize(
    ("fra", "til", "noegler"),
    [
        ("langtid_dage = 30 ", "langtid_dage = 0 ", "opgoerelse.langtid_dage"),
        ("langtid_dage = 30 ", "langtid_dag = 30 ", "opgoerelse.langtid_dag, opgoerelse.langtid_dage"),
        ("[periode]", "[perioder]", "periode, perioder"),
        ("'trainee',", "'(trainee',", "population.ekstraordinaere.8"),
    ],
    ids=["ude af grænserne", "ukendt nøgle", "ukendt afsnit", "mønster"],
)
def test_a_configuration_that_is_wrong_names_its_keys(
    fra: str, til: str, noegler: str, kilde: Path, tmp_path: Path
) -> None:
    svar = tjek(kilde, "--konfiguration", write_indstillinger(tmp_path / "ops", (fra, til)))
    saetning = tekster.INDSTILLINGER_FORKERTE.format(fil="sygefravaer.toml", noegler=noegler)
    assert svar == Svar(1, "", f"Fejl: {saetning}\n")
    assert_gives_nothing_away(svar, kilde)


def test_a_configuration_that_is_no_toml_is_one_sentence(kilde: Path, tmp_path: Path) -> None:
    svar = tjek(kilde, "--konfiguration", write_indstillinger(tmp_path / "ops", ("[periode]", "[periode")))
    assert svar == Svar(1, "", f"Fejl: {tekster.INDSTILLINGER_ULAESELIGE.format(fil='sygefravaer.toml')}\n")


def test_a_configuration_that_is_missing_is_one_sentence(kilde: Path, tmp_path: Path) -> None:
    svar = tjek(kilde, "--konfiguration", tmp_path / "mangler.toml")
    assert svar == Svar(1, "", f"Fejl: {tekster.INDSTILLINGER_MANGLER.format(fil='mangler.toml')}\n")


def test_an_interrupted_build_says_that_the_old_database_is_untouched(
    kilde: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    foer = snapshot(database.parent)
    monkeypatch.setattr("pipeline.byg.warehouse.read_leverance", interrupt)
    assert byg(kilde, database) == Svar(1, "", "Afbrudt. Den gamle database er urørt.\n")
    assert snapshot(database.parent) == foer


@pytest.fixture
def miljoe() -> dict[str, str]:
    """The environment of a fresh process with warnings as errors and a plain C locale."""
    return {**os.environ, "PYTHONWARNINGS": "error::ResourceWarning", "LC_ALL": "C", "COLUMNS": "40"}


def test_a_reader_that_has_enough_ends_the_command_quietly(god_bygning: Path, miljoe: dict[str, str]) -> None:
    """`sygefravaer noegletal | head -1`."""
    kommando = [sys.executable, "-m", kommandolinje.__name__, "noegletal", "--database", str(god_bygning)]
    with subprocess.Popen(
        [*kommando, "--maaned", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=PROJEKT,
        env=miljoe,
    ) as proces:
        proces.stdout.close()
        assert (proces.stderr.read(), proces.wait()) == (b"", 1)


def test_a_process_of_its_own_prints_danish_letters_and_whole_figures_into_a_pipe(
    god_bygning: Path, miljoe: dict[str, str]
) -> None:
    kommando = [sys.executable, "-m", kommandolinje.__name__, "noegletal", "--database", str(god_bygning)]
    svar = subprocess.run([*kommando, "--kvartal", "2025K2"], capture_output=True, cwd=PROJEKT, env=miljoe, check=False)
    assert (svar.returncode, svar.stderr) == (0, b"")
    assert "Sygedage: dagsværk pr. medarbejder, rullende tolv måneder." in svar.stdout.decode("utf-8")


def test_json_is_readable_by_a_program(god_bygning: Path) -> None:
    svar = run_sygefravaer("noegletal", "--database", god_bygning, "--format", "json", "--kvartal", "2025K2")
    assert [raekke["enhedsnr"] for raekke in json.loads(svar.ud)] == ["00081000", "00081100", "00081200"]
