"""The store itself: its schema, its files, its backup."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import add_raekke, read_adgang, seed_adgang
from pipeline.lager.kontrol import verify_log
from pipeline.lager.kopi import backup_lager
from pipeline.lager.lager import Lager, lager_url, migrate, open_lager, pseudonym
from pipeline.lager.log import read_log
from pipeline.lager.sessioner import begin_session, is_known
from pipeline.lager.skema import metadata
from pipeline.tekster import lager as tekster_lager
from tests.conftest import PERSONNOEGLE, Svar, run_sygefravaer
from tests.pipeline.lager.test_adgang import ny


def fill(lager: Lager) -> None:
    for nummer in range(3):
        add_raekke(lager, ny(f"l{nummer}", medarbejdernr=12000 + nummer), af="hr1")
    seed_adgang(lager, [], [ny("l9")])


def test_the_migrations_make_the_schema_the_program_knows(lager: Lager) -> None:
    with lager.engine.connect() as con:
        forskelle = compare_metadata(MigrationContext.configure(con), metadata)
    assert forskelle == []


def test_a_store_is_opened_again_with_its_rows(lager: Lager, url: str) -> None:
    fill(lager)
    igen = open_lager(url, PERSONNOEGLE)
    assert read_adgang(igen) == read_adgang(lager)
    igen.close()


def test_a_store_that_is_up_to_date_is_left_as_it_is(lager: Lager, url: str) -> None:
    fill(lager)
    foer = read_adgang(lager), verify_log(lager)
    for _ in range(2):
        with lager.write() as con:
            migrate(con)
    assert (read_adgang(lager), verify_log(lager)) == foer


def test_a_store_of_the_first_version_is_brought_up_to_date_with_its_rows(url: str) -> None:
    adresse = url.replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(adresse)
    with engine.begin() as con:
        migrate(con, "0001")
    gammel = Lager(engine, PERSONNOEGLE)
    add_raekke(gammel, ny(), af="hr1")
    foer = read_adgang(gammel), verify_log(gammel).kontroltal
    assert verify_log(gammel).fund != ()
    gammel.close()
    lager = open_lager(url, PERSONNOEGLE)
    assert (read_adgang(lager), verify_log(lager).kontroltal) == foer
    assert verify_log(lager).fund == ()
    with pytest.raises(DBAPIError, match="slettes ikke"), lager.engine.begin() as con:
        con.execute(text("delete from adgang"))
    lager.close()


def test_many_who_open_a_new_store_at_once_make_it_once(url: str) -> None:
    with ThreadPoolExecutor(6) as traade:
        for lager in list(traade.map(lambda _: open_lager(url, PERSONNOEGLE), range(6))):
            assert verify_log(lager).antal == 0
            lager.close()


def test_a_store_of_a_newer_version_is_one_sentence(lager: Lager, url: str) -> None:
    with lager.engine.begin() as con:
        con.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(Brugerfejl, match=tekster_lager.LAGER_NYERE):
        open_lager(url, PERSONNOEGLE)


@pytest.mark.parametrize("url", ["postgresql://ingen@127.0.0.1:9/x", "sqlite:////dev/null/x.sqlite", "mysql://x"])
def test_a_store_that_cannot_be_reached_is_one_sentence_without_its_address(url: str) -> None:
    with pytest.raises(Brugerfejl) as fejl:
        open_lager(url, PERSONNOEGLE)
    assert str(fejl.value) == tekster_lager.LAGER_FEJL
    assert fejl.value.__cause__ is None


def test_the_store_lies_beside_the_database_for_the_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SYGEFRAVAER_LAGER")
    open_lager(lager_url(tmp_path / "ny" / "tal.duckdb"), PERSONNOEGLE).close()
    fil = tmp_path / "ny" / "tal.lager.sqlite"
    assert oct(fil.stat().st_mode & 0o777) == "0o600"


def test_a_failed_transaction_leaves_nothing(lager: Lager) -> None:
    fill(lager)
    foer = read_adgang(lager), verify_log(lager)
    with pytest.raises(ZeroDivisionError), lager.write() as con:
        con.execute(text("update adgang set tilstand = 'afsluttet'"))
        1 / 0  # noqa: B018
    assert (read_adgang(lager), verify_log(lager)) == foer


@pytest.fixture
def kommando(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Svar]:
    def run(url: str, *ord_: str | Path) -> Svar:
        monkeypatch.setenv("SYGEFRAVAER_LAGER", url)
        return run_sygefravaer("lager", *ord_, "--database", tmp_path / "x.duckdb")

    return run


@pytest.mark.parametrize("til_slags", ["sqlite", "postgresql"])
def test_a_copy_fetched_into_an_empty_store_is_the_store(
    lager: Lager,
    url: str,
    til_slags: str,
    ny_database: Callable[[], str],
    tmp_path: Path,
    kommando: Callable[..., Svar],
) -> None:
    fill(lager)
    til = ny_database() if til_slags == "postgresql" else f"sqlite:///{tmp_path / 'ny.sqlite'}"
    antal = "4 adgange og 4 rækker i loggen.\n"
    assert kommando(url, "gem", "--til", tmp_path / "kopi.json") == Svar(0, f"Lageret er gemt: {antal}", "")
    assert oct((tmp_path / "kopi.json").stat().st_mode & 0o777) == "0o600"
    assert kommando(til, "hent", "--fra", tmp_path / "kopi.json") == Svar(0, f"Lageret er hentet: {antal}", "")
    hentet = open_lager(til, PERSONNOEGLE)
    assert read_adgang(hentet) == read_adgang(lager)
    assert verify_log(hentet) == verify_log(lager)
    add_raekke(hentet, ny("l77"), af="hr1")
    assert verify_log(hentet).brudt_ved is None
    hentet.close()


def test_a_copy_is_not_fetched_over_rows(lager: Lager, url: str, tmp_path: Path, kommando: Callable[..., Svar]) -> None:
    fill(lager)
    kommando(url, "gem", "--til", tmp_path / "kopi.json")
    foer = read_adgang(lager), verify_log(lager)
    svar = kommando(url, "hent", "--fra", tmp_path / "kopi.json")
    assert svar == Svar(1, "", f"Fejl: {tekster_lager.LAGER_IKKE_TOMT}\n")
    assert (read_adgang(lager), verify_log(lager)) == foer


def test_a_copy_takes_the_place_of_all_that_is_there_when_told_to_and_the_log_says_so(
    lager: Lager, url: str, tmp_path: Path, kommando: Callable[..., Svar]
) -> None:
    fill(lager)
    kopieret = read_adgang(lager), verify_log(lager).kontroltal
    kommando(url, "gem", "--til", tmp_path / "kopi.json")
    add_raekke(lager, ny("l88"), af="hr1")
    begin_session(lager, "a" * 64, bruger="l88", nu=datetime(2026, 3, 1, tzinfo=UTC))
    svar = kommando(url, "hent", "--fra", tmp_path / "kopi.json", "--overskriv")
    assert svar == Svar(0, "Lageret er hentet: 4 adgange og 4 rækker i loggen.\n", "")
    assert read_adgang(lager) == kopieret[0]
    kontrol = verify_log(lager, forventet=kopieret[1])
    assert (kontrol.antal, kontrol.brudt_ved) == (5, None)
    assert read_log(lager, fra=date(2020, 1, 1), til=date(2100, 1, 1))["hvor"][0] == "lager hent --overskriv"
    assert not is_known(lager, "a" * 64)
    for saetning in ("delete from log", "delete from adgang"):
        with pytest.raises(DBAPIError), lager.engine.begin() as con:
            con.execute(text(saetning))


def test_a_broken_copy_takes_nobodys_place(
    lager: Lager, url: str, tmp_path: Path, kommando: Callable[..., Svar]
) -> None:
    fill(lager)
    kopi = tmp_path / "kopi.json"
    kommando(url, "gem", "--til", kopi)
    kopi.write_text(kopi.read_text(encoding="utf-8").replace('"hvem": "hr1"', '"hvem": "hr2"'), encoding="utf-8")
    foer = read_adgang(lager), verify_log(lager)
    svar = kommando(url, "hent", "--fra", kopi, "--overskriv")
    assert svar == Svar(1, "", f"Fejl: {tekster_lager.KOPI_BRUDT}\n")
    assert (read_adgang(lager), verify_log(lager)) == foer
    with pytest.raises(DBAPIError, match="loggen kan ikke"), lager.engine.begin() as con:
        con.execute(text("delete from log"))


def test_half_a_copy_is_not_left(lager: Lager, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError("disken er fuld")

    fill(lager)
    monkeypatch.setattr("pipeline.lager.kopi.os.fsync", full)
    with pytest.raises(Brugerfejl, match=r"kopi\.json kan ikke skrives"):
        backup_lager(lager, tmp_path / "kopi.json")
    assert not (tmp_path / "kopi.json").exists()


def test_no_employee_number_stands_in_a_copy(lager: Lager, tmp_path: Path) -> None:
    fill(lager)
    backup_lager(lager, tmp_path / "kopi.json")
    indhold = (tmp_path / "kopi.json").read_text(encoding="utf-8")
    assert pseudonym(lager, 12001) in indhold
    assert [nummer for nummer in ("12000", "12001", "12002") if nummer in indhold] == []


def test_a_copy_is_not_written_over_a_file(
    lager: Lager, url: str, tmp_path: Path, kommando: Callable[..., Svar]
) -> None:
    fill(lager)
    (tmp_path / "kopi.json").write_text("vigtigt")
    svar = kommando(url, "gem", "--til", tmp_path / "kopi.json")
    assert svar == Svar(1, "", f"Fejl: {tekster_lager.KOPI_FINDES.format(fil='kopi.json')}\n")
    assert (tmp_path / "kopi.json").read_text() == "vigtigt"


@pytest.mark.parametrize(
    ("fra", "til", "saetning"),
    [
        ('"hvem": "hr1"', '"hvem": "hr2"', tekster_lager.KOPI_BRUDT),
        ('{"adgang"', '{"adgange"', tekster_lager.KOPI_ULAESELIG.format(fil="kopi.json")),
        ("2026-01-01", "i går", tekster_lager.KOPI_ULAESELIG.format(fil="kopi.json")),
        ("{", "", tekster_lager.KOPI_ULAESELIG.format(fil="kopi.json")),
    ],
)
def test_a_copy_that_was_changed_is_refused_and_nothing_written(
    lager: Lager, url: str, tmp_path: Path, kommando: Callable[..., Svar], fra: str, til: str, saetning: str
) -> None:
    fill(lager)
    kopi = tmp_path / "kopi.json"
    kommando(url, "gem", "--til", kopi)
    kopi.write_text(kopi.read_text(encoding="utf-8").replace(fra, til), encoding="utf-8")
    ny_url = f"sqlite:///{tmp_path / 'ny.sqlite'}"
    assert kommando(ny_url, "hent", "--fra", kopi) == Svar(1, "", f"Fejl: {saetning}\n")
    ny_lager = open_lager(ny_url, PERSONNOEGLE)
    assert read_adgang(ny_lager) == []
    ny_lager.close()
