"""Encryption at rest: what the disk holds, which key is used, and the sentence when there is none."""

import shutil
from pathlib import Path

import duckdb
import pytest

from pipeline.database.kryptering import UDEN_UNDERSKRIFT, ForkertNoegle, attach_database, load_openssl
from pipeline.database.noegler import NOEGLENAVNE, ensure_noegler, key_folder, read_noegle
from pipeline.database.ombytning import previous_of
from pipeline.fejl import Brugerfejl
from pipeline.tekster import noegler as tekster_noegler
from tests.conftest import NAVN, NOEGLE, PROJEKT, Svar, byg, noegletal, run_sygefravaer, snapshot

NY_NOEGLE = "en-helt-anden-noegle-0123456789abcdef"
KANARIER = [*NAVN.encode().split(), b"Enhed 81100", b"731001", NOEGLE.encode()]
DEMO = PROJEKT / "sample_data" / "leverance"


@pytest.fixture
def uden_noegler(monkeypatch: pytest.MonkeyPatch) -> None:
    for navn in NOEGLENAVNE:
        monkeypatch.delenv(f"SYGEFRAVAER_{navn.upper()}")


def test_the_database_file_holds_no_name_number_or_key_in_plain_text(database: Path) -> None:
    for fil in (database, previous_of(database)):
        indhold = fil.read_bytes()
        assert [kanarie for kanarie in KANARIER if kanarie in indhold] == []
        assert len(indhold) > 100_000


def test_the_names_are_in_plain_text_without_encryption(database: Path, tmp_path: Path) -> None:
    """What the test above would find."""
    with duckdb.connect(str(tmp_path / "aaben.duckdb")) as con:
        attach_database(con, database, alias="maal", noegle=NOEGLE)
        con.execute("create table navne as from maal.navne")
    assert NAVN.encode() in (tmp_path / "aaben.duckdb").read_bytes()


def test_what_spills_to_disk_is_encrypted_too(tmp_path: Path) -> None:
    """The build's own connection with little memory, sorting rows that name a canary."""
    from pipeline.byg.warehouse import Valg, _connect
    from pipeline.indstillinger.indlaes import load_indstillinger

    with _connect(tmp_path / "ny.duckdb", tmp_path, load_indstillinger(), Valg(noegle=NOEGLE, traade=1)) as con:
        con.execute("set memory_limit = '30MB'")
        con.execute(
            f"create temp table stor as select i, '{NAVN}' || i as navn from range(1500000) as r(i) order by hash(i)"
        )
        spildt = [fil for fil in (tmp_path / "overloeb").rglob("*") if fil.is_file()]
        indhold = b"".join(fil.read_bytes() for fil in spildt)
    assert len(indhold) > 1_000_000
    assert NAVN.encode() not in indhold


@pytest.mark.parametrize(
    ("noegle", "saetning"),
    [
        (NY_NOEGLE, tekster_noegler.FORKERT.format(database="sygefravaer.duckdb")),
        ("kort", tekster_noegler.FOR_SVAG.format(navn="noegle", laengde=32)),
        ("æ" * 40, tekster_noegler.FOR_SVAG.format(navn="noegle", laengde=32)),
    ],
    ids=["forkert", "kort", "ikke ascii"],
)
def test_a_wrong_key_is_one_sentence_and_nothing_is_lost(
    noegle: str, saetning: str, database: Path, kilde: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foer = snapshot(database.parent)
    monkeypatch.setenv("SYGEFRAVAER_NOEGLE", noegle)
    assert run_sygefravaer("noegletal", "--database", database) == Svar(1, "", f"Fejl: {saetning}\n")
    assert byg(kilde, database) == Svar(1, "", f"Fejl: {saetning}\n")
    assert snapshot(database.parent) == foer


@pytest.mark.usefixtures("uden_noegler")
def test_without_a_key_a_delivery_that_is_not_the_demo_stops(kilde: Path, tmp_path: Path) -> None:
    svar = byg(kilde, tmp_path / "ud" / "db.duckdb")
    assert svar == Svar(1, "", f"Fejl: {tekster_noegler.MANGLER.format(navn='noegle')}\n")
    assert not (tmp_path / "ud").exists()


@pytest.mark.usefixtures("uden_noegler")
def test_noegle_ny_makes_what_is_missing_for_the_owner_alone_and_never_again(kilde: Path, tmp_path: Path) -> None:
    database = tmp_path / "ud" / "db.duckdb"
    svar = run_sygefravaer("noegle", "ny", "--database", database)
    assert (svar.kode, svar.fejl) == (0, "")
    filer = {fil.name: fil for fil in key_folder(database).iterdir()}
    assert sorted(filer) == sorted(NOEGLENAVNE)
    assert {oct(fil.stat().st_mode & 0o777) for fil in filer.values()} == {"0o600"}
    assert oct(key_folder(database).stat().st_mode & 0o777) == "0o700"
    assert len({fil.read_text() for fil in filer.values()}) == len(NOEGLENAVNE)
    assert not any(fil.read_text().strip() in svar.ud for fil in filer.values())
    foer = snapshot(key_folder(database))
    assert run_sygefravaer("noegle", "ny", "--database", database).ud == tekster_noegler.NY_INTET + "\n"
    assert snapshot(key_folder(database)) == foer
    assert byg(kilde, database).kode == 0
    assert noegletal(database, "--niveau", "kommune") != ""


@pytest.mark.usefixtures("uden_noegler")
@pytest.mark.parametrize("rettigheder", [0o640, 0o604, 0o666, 0o620, 0o700])
def test_a_key_file_of_other_rights_is_refused(rettigheder: int, tmp_path: Path) -> None:
    database = tmp_path / "db.duckdb"
    ensure_noegler(database)
    (key_folder(database) / "noegle").chmod(rettigheder)
    with pytest.raises(Brugerfejl, match="ikke kun er ejerens"):
        read_noegle("noegle", database)


@pytest.mark.usefixtures("uden_noegler")
@pytest.mark.parametrize("rettigheder", [0o600, 0o400])
def test_a_key_file_of_the_owners_alone_is_read(rettigheder: int, tmp_path: Path) -> None:
    database = tmp_path / "db.duckdb"
    ensure_noegler(database)
    fil = key_folder(database) / "noegle"
    fil.chmod(rettigheder)
    assert read_noegle("noegle", database) == fil.read_text().strip()


@pytest.mark.usefixtures("uden_noegler")
def test_the_environment_comes_before_systemd_and_systemd_before_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "db.duckdb"
    ensure_noegler(database)
    fra_mappe = (key_folder(database) / "noegle").read_text().strip()
    assert read_noegle("noegle", database) == fra_mappe
    (tmp_path / "systemd").mkdir()
    (tmp_path / "systemd" / "noegle").write_text("s" * 40)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "systemd"))
    assert read_noegle("noegle", database) == "s" * 40
    monkeypatch.setenv("SYGEFRAVAER_NOEGLE", "m" * 40)
    assert read_noegle("noegle", database) == "m" * 40


@pytest.mark.usefixtures("uden_noegler")
def test_the_demo_makes_its_own_keys_and_one_changed_byte_is_no_demo(tmp_path: Path) -> None:
    kilde = shutil.copytree(DEMO, tmp_path / "kilde")
    assert byg(kilde, tmp_path / "demo" / "db.duckdb").kode == 0
    assert sorted(fil.name for fil in (tmp_path / "demo" / "noegler").iterdir()) == sorted(NOEGLENAVNE)
    with (kilde / "adgang.csv").open("ab") as fil:
        fil.write(b"\n")
    svar = byg(kilde, tmp_path / "andet" / "db.duckdb")
    assert svar == Svar(1, "", f"Fejl: {tekster_noegler.MANGLER.format(navn='noegle')}\n")


@pytest.mark.usefixtures("uden_noegler")
def test_tjek_needs_no_key_and_makes_none(kilde: Path, tmp_path: Path) -> None:
    assert run_sygefravaer("tjek", "--kilde", kilde).kode == 0
    assert list(tmp_path.iterdir()) == [kilde]


def test_openssl_of_another_version_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duckdb, "__version__", "0.0.0")
    with duckdb.connect(":memory:") as con, pytest.raises(Brugerfejl, match="passer ikke til DuckDB"):
        load_openssl(con)


def test_openssl_that_is_not_installed_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.database.kryptering.HJUL", "en_pakke_der_ikke_er_her")
    with duckdb.connect(":memory:") as con, pytest.raises(Brugerfejl, match="passer ikke til DuckDB"):
        load_openssl(con)


def test_nothing_unsigned_can_be_loaded_after_openssl() -> None:
    with duckdb.connect(":memory:", config=UDEN_UNDERSKRIFT) as con:
        load_openssl(con)
        assert con.execute("select current_setting('allow_unsigned_extensions')").fetchall() == [(False,)]
        with pytest.raises(duckdb.Error, match="allow_unsigned_extensions"):
            con.execute("set allow_unsigned_extensions = true")


def test_without_openssl_nothing_is_written_by_the_unsafe_way(tmp_path: Path) -> None:
    with duckdb.connect(":memory:") as con:
        with pytest.raises(Brugerfejl):
            attach_database(con, tmp_path / "ny.duckdb", alias="maal", noegle=NOEGLE, skriv=True)
        assert con.execute("select current_setting('force_mbedtls_unsafe')").fetchall() == [(False,)]


def test_the_key_stands_in_no_statement_and_no_setting(database: Path) -> None:
    """What DuckDB itself would log and show."""
    with duckdb.connect(":memory:") as con:
        con.execute("call enable_logging('QueryLog')")
        attach_database(con, database, alias="maal", noegle=NOEGLE)
        log = con.execute("select message from duckdb_logs").fetchall()
        assert any("encryption_key $noegle" in besked for (besked,) in log)
        syn = [con.execute(f"from {tabel}").fetchall() for tabel in ("duckdb_databases()", "duckdb_settings()")]
    assert NOEGLE not in str([log, syn])


def test_the_key_stands_in_no_error_and_no_repr(database: Path) -> None:
    from pipeline.byg.warehouse import Valg

    with duckdb.connect(":memory:") as con, pytest.raises(ForkertNoegle) as fejl:
        attach_database(con, database, alias="maal", noegle=NY_NOEGLE)
    assert NY_NOEGLE not in f"{fejl.value!r} {fejl.value.__context__!r}"
    assert NOEGLE not in repr(Valg(noegle=NOEGLE, noegle_forrige=NOEGLE))


def test_a_database_of_an_earlier_version_is_refused_in_one_sentence(database: Path, kilde: Path) -> None:
    database.unlink()
    with duckdb.connect(str(database)) as con:
        con.execute("create table bygning as select 1 as antal_medarbejdere")
    foer = snapshot(database.parent)
    saetning = tekster_noegler.IKKE_KRYPTERET.format(database=database.name)
    assert byg(kilde, database) == Svar(1, "", f"Fejl: {saetning}\n")
    assert run_sygefravaer("noegletal", "--database", database) == Svar(1, "", f"Fejl: {saetning}\n")
    assert snapshot(database.parent) == foer


@pytest.mark.usefixtures("uden_noegler")
def test_noegle_ny_makes_none_beside_a_database_under_another(database: Path) -> None:
    foer = snapshot(database.parent)
    saetning = tekster_noegler.NY_UNDER_EN_ANDEN.format(database=database.name)
    assert run_sygefravaer("noegle", "ny", "--database", database) == Svar(1, "", f"Fejl: {saetning}\n")
    assert snapshot(database.parent) == foer
    database.write_bytes(b"not a database")
    assert run_sygefravaer("noegle", "ny", "--database", database).kode == 0


@pytest.mark.usefixtures("uden_noegler")
def test_tjek_against_a_database_needs_its_key(database: Path, kilde: Path) -> None:
    svar = run_sygefravaer("tjek", "--kilde", kilde, "--database", database)
    assert svar == Svar(1, "", f"Fejl: {tekster_noegler.MANGLER.format(navn='noegle')}\n")


@pytest.mark.usefixtures("uden_noegler")
def test_a_key_systemd_gives_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "systemd").mkdir()
    (tmp_path / "systemd" / "noegle").write_text("s" * 40)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "systemd"))
    assert ensure_noegler(tmp_path / "db.duckdb") == ["personnoegle", "cookienoegle", "lognoegle"]


@pytest.mark.usefixtures("uden_noegler")
def test_a_key_that_may_not_be_looked_for_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when another user owns the folder; root may look anywhere."""

    def refuse(sti: Path) -> bool:
        raise PermissionError(sti)

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(Brugerfejl) as fejl:
        read_noegle("noegle", tmp_path / "db.duckdb")
    assert str(fejl.value) == tekster_noegler.ULAESELIG.format(navn="noegle")
