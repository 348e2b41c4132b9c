"""Opens the store and brings its schema up to date; transactions that write stand in line."""

import hashlib
import hmac
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from pipeline.database.noegler import key_folder, read_noegle
from pipeline.fejl import Brugerfejl
from pipeline.lager.hoved import Hovedfil, hovedfil_of
from pipeline.lager.skrivning import SKRIVNING, Skrivning, signed
from pipeline.tekster import lager as tekster_lager

MIGRATIONER = Path(__file__).with_name("migrationer")
LAAS = 7_420_081  # PostgreSQL's advisory lock: any number nobody else uses
VENTETID = 30  # seconds a writer waits for another


@dataclass(frozen=True)
class Lager:
    """An open store. `personnoegle` turns employee numbers into pseudonyms; `hovedfil` holds the log's head."""

    engine: Engine
    personnoegle: str = field(repr=False)
    hovedfil: Hovedfil | None = None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Every SELECT sees the same moment: a log being pruned is read with its anchor, or with its rows."""
        with plain_errors(), self.engine.connect() as con:
            if con.dialect.name == "sqlite":
                con.exec_driver_sql("begin")
            else:
                con.execution_options(isolation_level="REPEATABLE READ")
            yield con

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One writer at a time: the log is a chain."""
        with plain_errors(), self.engine.connect() as con:
            _stand_in_line(con)
            skrivning = con.info[SKRIVNING] = Skrivning(self.hovedfil)
            yield con
            with signed(skrivning):
                con.commit()

    def close(self) -> None:
        self.engine.dispose()


def lager_url(database: Path) -> str:
    return os.environ.get("SYGEFRAVAER_LAGER") or f"sqlite:///{database.with_suffix('.lager.sqlite').absolute()}"


def open_lager_of(database: Path) -> Lager:
    """The store of a database, with its keys and its log's head. Errors: `Brugerfejl`."""
    url = lager_url(database)
    mappe = Path(os.environ.get("SYGEFRAVAER_LOGHOVED") or key_folder(database))
    hovedfil = hovedfil_of(mappe, url, read_noegle("lognoegle", database))
    return open_lager(url, read_noegle("personnoegle", database), hovedfil)


def open_lager(url: str, personnoegle: str, hovedfil: Hovedfil | None = None) -> Lager:
    """Errors: `Brugerfejl` when the store cannot be reached, or was written by a newer version."""
    with plain_errors():
        engine = _engine(url)
        try:
            _upgrade(engine)
        except (Brugerfejl, SQLAlchemyError):
            engine.dispose()
            raise
    return Lager(engine, personnoegle, hovedfil)


def pseudonym(lager: Lager, medarbejdernr: int) -> str:
    """HMAC-SHA256 of the number padded to eight digits, hexadecimal."""
    return keyed_hash(lager.personnoegle, f"{medarbejdernr:08d}")


def keyed_hash(noegle: str, tekst: str) -> str:
    """HMAC-SHA256, hexadecimal."""
    return hmac.digest(noegle.encode(), tekst.encode(), hashlib.sha256).hex()


def as_text(tid: datetime) -> str:
    """UTC, of one length, so that times sort as text."""
    return tid.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


@contextmanager
def plain_errors() -> Iterator[None]:
    """A driver's own words name hosts, users and rows."""
    try:
        yield
    except (SQLAlchemyError, OSError):
        raise Brugerfejl(tekster_lager.LAGER_FEJL) from None


def _engine(url: str) -> Engine:
    adresse = make_url(url)
    if adresse.get_backend_name() != "sqlite":
        return create_engine(adresse.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    valg: dict[str, Any] = {}
    if adresse.database not in (None, "", ":memory:"):
        fil = Path(str(adresse.database))
        fil.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(fil, os.O_RDWR | os.O_CREAT, 0o600))
        valg["poolclass"] = NullPool  # a connection that waits in a pool is closed by nobody when a command ends
    engine = create_engine(adresse, connect_args={"timeout": VENTETID, "isolation_level": None}, **valg)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(forbindelse: Any, _: Any) -> None:
    for saetning in ("pragma journal_mode = wal", "pragma foreign_keys = on", "pragma synchronous = full"):
        forbindelse.execute(saetning)


def _stand_in_line(con: Connection) -> None:
    if con.dialect.name == "sqlite":
        con.exec_driver_sql("begin immediate")
    else:
        con.execute(text("select pg_advisory_xact_lock(:laas)"), {"laas": LAAS})


def _upgrade(engine: Engine) -> None:
    kendte = sorted(fil.stem[:4] for fil in (MIGRATIONER / "versions").glob("0*.py"))
    with engine.connect() as con:
        har_version = inspect(con).has_table("alembic_version")
        nu = con.execute(text("select version_num from alembic_version")).scalar() if har_version else None
    if nu == kendte[-1]:
        return
    if nu is not None and nu not in kendte:
        raise Brugerfejl(tekster_lager.LAGER_NYERE)
    with engine.connect() as con:
        _stand_in_line(con)
        migrate(con)
        con.commit()


def migrate(con: Connection, til: str = "head") -> None:
    """Within the caller's transaction."""
    from alembic import command  # half a second that only the first opening of a new version needs
    from alembic.config import Config

    konfiguration = Config()
    konfiguration.set_main_option("script_location", str(MIGRATIONER).replace("%", "%%"))
    konfiguration.attributes["connection"] = con
    command.upgrade(konfiguration, til)
