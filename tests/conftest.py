"""What the tests of the whole program share: running a command, a good delivery and its database, asking it."""

import contextlib
import csv
import hashlib
import io
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import Phase, settings

from pipeline.database.kryptering import attach_database, load_openssl
from pipeline.kommandolinje.__main__ import main
from pipeline.mapper import shipped_folder
from pipeline.tekster import faelles as tekster
from tests.demo import built_once
from tests.lille_leverance import Enhed, Leverance, ansat, syg, write_leverance

pytest_plugins = ["tests.browser", "tests.fordeling"]
# For tests/vagter, which asks whether a test fails, and not for the smallest example of it.
settings.register_profile("mutation", phases=(Phase.explicit, Phase.generate))
PROJEKT = Path(__file__).parents[1]
ORGANISATION_FIL, ANSATTE_FIL, FRAVAER_FIL = (
    f"{tabel}_20250715.csv" for tabel in ("organisation", "ansaettelsesforloeb", "fravaer")
)
NAVN = "Xenia Qvistgaard"
MEDARBEJDERNUMMER = re.compile(r"731\d{3}")
NUMRE = [str(nummer) for nummer in range(731001, 731013)]
MAANEDER = [(aar, maaned) for aar in (2023, 2024, 2025) for maaned in range(1, 13)][:30]
# Twelve employees in two units, one day of absence each in every month from 2023 to June 2025.
GOD = Leverance(
    udtraek=date(2025, 7, 15),
    enheder=(Enhed("81000"), Enhed("81100", "81000"), Enhed("81200", "81000")),
    ansaettelser=tuple(ansat(nummer, "81100" if int(nummer) < 731005 else "81200") for nummer in NUMRE),
    fravaer=tuple(
        syg(nummer, date(aar, maaned, 5), date(aar, maaned, 5), "7.4") for nummer in NUMRE for aar, maaned in MAANEDER
    ),
    periode_fravaer=(date(2023, 1, 1), date(2025, 7, 15)),
)
TABELLER = "select table_name from duckdb_tables() where database_name = 'maal' and not temporary order by table_name"
NOEGLE, PERSONNOEGLE, COOKIENOEGLE, LOGNOEGLE = (
    f"proevens-egen-{navn}-0123456789abcdef" for navn in ("noegle", "person", "cookie", "lognoegle")
)

Standser = Callable[..., None]


@dataclass(frozen=True)
class Svar:
    """What a command left: exit code, standard output, standard error."""

    kode: int
    ud: str
    fejl: str

    @property
    def linjer(self) -> list[str]:
        return [linje.strip() for linje in self.ud.splitlines()]

    @property
    def raekker(self) -> list[dict[str, str]]:
        """Standard output read as csv."""
        return list(csv.DictReader(io.StringIO(self.ud)))

    @property
    def advarsler(self) -> list[str]:
        """The build report's lines under "Bemærk"."""
        fra = self.linjer.index(tekster.RAPPORT_ADVARSLER) + 1
        return self.linjer[fra : self.linjer.index("", fra)]

    @property
    def afviste(self) -> list[str]:
        """The build report's lines about rejected rows."""
        return [linje for linje in self.linjer if linje.startswith("Afvist i ")]


def run_sygefravaer(*argv: str | Path) -> Svar:
    """The command in this process."""
    ud, fejl = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(ud), contextlib.redirect_stderr(fejl):
        kode = main([str(ord_) for ord_ in argv])
    return Svar(kode, ud.getvalue(), fejl.getvalue())


def byg(kilde: Path, database: Path, *tilvalg: str | Path) -> Svar:
    return run_sygefravaer("byg", "--kilde", kilde, "--database", database, "--traade", "1", *tilvalg)


def noegletal(database: Path, *tilvalg: str) -> str:
    """Every quarter and every month as csv, or those asked for."""
    valg = [tilvalg] if tilvalg else [(), ("--maaned",)]
    svar = [run_sygefravaer("noegletal", "--database", database, "--format", "csv", *ord_) for ord_ in valg]
    assert [enkelt.kode for enkelt in svar] == [0] * len(svar), svar[0].fejl
    return "".join(enkelt.ud for enkelt in svar)


@contextlib.contextmanager
def open_test_database(database: Path, *, skriv: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """Past the gate, for the tests alone."""
    with duckdb.connect(":memory:") as con:
        if skriv:
            load_openssl(con)
        attach_database(con, database, alias="maal", noegle=NOEGLE, skriv=skriv)
        con.execute("use maal")
        yield con


def query(database: Path, sql: str) -> list[tuple[Any, ...]]:
    with open_test_database(database) as con:
        return con.execute(sql).fetchall()


def every_value(database: Path) -> Iterator[tuple[str, str]]:
    """Table and text of every value in the database, numbers and lists too."""
    with open_test_database(database) as con:
        for (tabel,) in con.execute(TABELLER).fetchall():
            kolonner = [felt[0] for felt in con.execute(f"describe {tabel}").fetchall()]
            for kolonne in kolonner:
                raekker = con.execute(f'select distinct "{kolonne}"::varchar from {tabel}').fetchall()
                yield from ((tabel, vaerdi) for (vaerdi,) in raekker if vaerdi is not None)


def snapshot(mappe: Path) -> dict[str, str]:
    """Name and SHA-256 of everything in a folder, hidden files too."""
    return {
        fil.name: "folder" if fil.is_dir() else hashlib.sha256(fil.read_bytes()).hexdigest()
        for fil in sorted(mappe.iterdir())
    }


def edit(fil: Path, fra: str, til: str) -> None:
    """Replace text that must be there."""
    tekst = fil.read_text(encoding="utf-8")
    assert fra in tekst, f"{fra!r} is not in {fil.name}"
    fil.write_text(tekst.replace(fra, til), encoding="utf-8")


def add_lines(fil: Path, *linjer: str) -> None:
    with fil.open("a", encoding="utf-8") as aaben:
        aaben.writelines(f"{linje}\n" for linje in linjer)


def write_god(mappe: Path, leverance: Leverance = GOD) -> Path:
    """A small delivery whose employment list has names."""
    write_leverance(leverance, mappe)
    fil = mappe / ANSATTE_FIL
    hoved, *linjer = fil.read_text(encoding="utf-8").splitlines()
    fil.write_text("\n".join([f"{hoved};Navn", *(f"{linje};{NAVN}" for linje in linjer), ""]), encoding="utf-8")
    return mappe


def write_indstillinger(mappe: Path, *ombytninger: tuple[str, str]) -> Path:
    """The project's configuration with some of its text replaced."""
    mappe.mkdir(parents=True, exist_ok=True)
    fil = Path(shutil.copy(shipped_folder("config") / "sygefravaer.toml", mappe))
    for fra, til in ombytninger:
        edit(fil, fra, til)
    return fil


@pytest.fixture(scope="session", autouse=True)
def noegler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every test has keys and a store of its own session."""
    lager = tmp_path_factory.mktemp("lager") / "lager.sqlite"
    with pytest.MonkeyPatch.context() as miljoe:
        miljoe.setenv("SYGEFRAVAER_NOEGLE", NOEGLE)
        miljoe.setenv("SYGEFRAVAER_PERSONNOEGLE", PERSONNOEGLE)
        miljoe.setenv("SYGEFRAVAER_COOKIENOEGLE", COOKIENOEGLE)
        miljoe.setenv("SYGEFRAVAER_LOGNOEGLE", LOGNOEGLE)
        miljoe.setenv("SYGEFRAVAER_LAGER", f"sqlite:///{lager}")
        miljoe.setenv("SYGEFRAVAER_LOGHOVED", str(lager.parent / "hoveder"))
        yield


@pytest.fixture(scope="session", autouse=True)
def uden_historik() -> Iterator[None]:
    """The tests share a store: what one of them delivered is no history of another's municipality."""
    with pytest.MonkeyPatch.context() as glemsom:
        glemsom.setattr("pipeline.kvartal.aargang.keep_aargang", lambda *_, **__: None)
        yield


@pytest.fixture(scope="session")
def god_bygning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of `GOD`, built twice so that it has a `.forrige`. Read it, do not change it."""
    mappe = tmp_path_factory.mktemp("god")
    database = mappe / "bygget" / "sygefravaer.duckdb"
    kilde = write_god(mappe / "leverance")
    assert [byg(kilde, database).kode, byg(kilde, database).kode] == [0, 0]
    return database


@pytest.fixture
def database(god_bygning: Path, tmp_path: Path) -> Path:
    """A copy of the good database, alone in its folder with its `.forrige` and its lock."""
    return shutil.copytree(god_bygning.parent, tmp_path / "bygget") / god_bygning.name


@pytest.fixture
def kilde(tmp_path: Path) -> Path:
    """The good delivery, to be spoiled."""
    return write_god(tmp_path / "leverance")


@pytest.fixture
def assert_standser(database: Path) -> Standser:
    """Builds a delivery over the good database and holds every promise of a build that stops."""

    def check(kilde: Path, saetning: str, stykke: str, *tilvalg: str | Path) -> None:
        foer = snapshot(database.parent)
        svar = byg(kilde, database, *tilvalg)
        assert svar == Svar(1, "", f"Fejl: {saetning}\n")
        assert stykke in svar.fejl
        assert snapshot(database.parent) == foer
        assert_gives_nothing_away(svar, kilde)

    return check


def assert_gives_nothing_away(svar: Svar, kilde: Path) -> None:
    """No traceback, no path, no employee."""
    alt = svar.ud + svar.fejl
    hemmeligt = ["Traceback", "/", "\\", str(kilde.parent), *NAVN.split()]
    assert [ord_ for ord_ in hemmeligt if ord_ in alt] == []
    assert MEDARBEJDERNUMMER.findall(alt) == []


@pytest.fixture(scope="session")
def faelles_mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the session's, whichever worker this is."""
    mappe = tmp_path_factory.getbasetemp()
    faelles = (mappe.parent if "PYTEST_XDIST_WORKER" in os.environ else mappe) / "faelles"
    faelles.mkdir(exist_ok=True)
    return faelles


@pytest.fixture(scope="session")
def demo_svar(faelles_mappe: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Svar]:
    """The demo delivery built once for all tests: its database and what the build printed."""
    database = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    with built_once(faelles_mappe):
        svar = byg(PROJEKT / "sample_data" / "leverance", database)
    assert svar.kode == 0, svar.fejl
    return database, svar


@pytest.fixture(scope="session")
def demo_database(demo_svar: tuple[Path, Svar]) -> Path:
    """The demo's database. Read it, do not change it."""
    return demo_svar[0]
