"""Every test of the store runs in SQLite and in PostgreSQL: Debian's, as an ordinary user, on a port of its own."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from pipeline.lager.hoved import hovedfil_of
from pipeline.lager.lager import Lager, open_lager
from tests.conftest import LOGNOEGLE, PERSONNOEGLE

INDSTILLINGER = ("fsync=off", "full_page_writes=off", "listen_addresses=127.0.0.1", "max_connections=60")


def find_postgresql() -> Path:
    fundne = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not fundne and os.environ.get("CI") != "true":
        pytest.skip("NO POSTGRESQL: it is not installed (make test installs it); the store was tested in SQLite only")
    return fundne[-1].parent


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a server without a database for the tests; root hands it to an ordinary user."""
    programmer = find_postgresql()
    mappe = Path(tempfile.mkdtemp(prefix="sygefravaer-pg-", dir="/tmp"))
    som: list[str] = []
    if os.getuid() == 0:
        bruger = pwd.getpwnam("postgres")
        os.chown(mappe, bruger.pw_uid, bruger.pw_gid)
        som = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    with socket.socket() as fri:
        fri.bind(("127.0.0.1", 0))
        port = fri.getsockname()[1]
    data = mappe / "data"
    lav = [*som, programmer / "initdb", "-D", data, "-U", "proeve", "--auth=trust", "--no-sync", "-E", "UTF8"]
    subprocess.run([*lav, "--locale=C"], check=True, capture_output=True, cwd=mappe)
    valg = " ".join(f"-c {valg}" for valg in (*INDSTILLINGER, f"port={port}", f"unix_socket_directories={mappe}"))
    pg_ctl = [*som, programmer / "pg_ctl", "-D", data, "-w"]
    subprocess.run([*pg_ctl, "-l", mappe / "log", "-o", valg, "start"], check=True, capture_output=True, cwd=mappe)
    try:
        yield f"postgresql://proeve@127.0.0.1:{port}"
    finally:
        subprocess.run([*pg_ctl, "-m", "immediate", "stop"], check=True, capture_output=True, cwd=mappe)
        shutil.rmtree(mappe, ignore_errors=True)


@pytest.fixture(scope="session")
def ny_database(postgresql: str) -> Iterator[Callable[[], str]]:
    """Makes an empty store's place; its address. A schema each: a database each is 300 files to copy and to remove."""
    adresse = f"{postgresql}/postgres"
    engine = create_engine(adresse.replace("postgresql", "postgresql+psycopg", 1), isolation_level="AUTOCOMMIT")

    def make() -> str:
        navn = f"t{uuid4().hex}"
        with engine.connect() as con:
            con.execute(text(f"create schema {navn}"))
        return f"{adresse}?options=-csearch_path%3D{navn}"

    yield make
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'lager.sqlite'}"
    return str(request.getfixturevalue("ny_database")())


@pytest.fixture
def hovedmappe(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands too look for the head of a store's log."""
    mappe = tmp_path_factory.mktemp("hoveder")
    monkeypatch.setenv("SYGEFRAVAER_LOGHOVED", str(mappe))
    return mappe


@pytest.fixture
def lager(url: str, hovedmappe: Path) -> Iterator[Lager]:
    lager = open_lager(url, PERSONNOEGLE, hovedfil_of(hovedmappe, url, LOGNOEGLE))
    yield lager
    lager.close()
