"""Encryption at rest: every database file is AES-GCM, opened with a key that never stands in a statement's text."""

from importlib import resources
from pathlib import Path

import duckdb

from pipeline.database.tabeller import quote
from pipeline.fejl import Brugerfejl
from pipeline.tekster import faelles as tekster
from pipeline.tekster import noegler as tekster_noegler

HJUL = "duckdb_extension_httpfs"
# To connect with: the wheel's hash is in the lock, and to read its signature again is a tenth of a second.
UDEN_UNDERSKRIFT = {"allow_unsigned_extensions": "true"}
FORKERT_NOEGLE, UKRYPTERET = "wrong encryption key", "not encrypted"  # DuckDB's words


class ForkertNoegle(Brugerfejl):
    """The file is a database under another key, or under none."""


class IkkeKrypteret(ForkertNoegle):
    """Under none."""


def attach_database(con: duckdb.DuckDBPyConnection, fil: Path, *, alias: str, noegle: str, skriv: bool = False) -> None:
    """Attach `fil` as `alias`, read-only unless `skriv`: then for a file that is thrown away if the writing is broken
    off, so that no journal is kept and what is written is there after `checkpoint`.

    Errors: `ForkertNoegle`, `IkkeKrypteret`; `Brugerfejl` when the file is no database of ours.
    """
    maade = "recovery_mode no_wal_writes" if skriv else "read_only"
    try:
        con.execute(f"attach {quote(fil)} as {alias} ({maade}, encryption_key $noegle)", {"noegle": noegle})
    except duckdb.Error as fejl:
        besked = str(fejl).lower()
        if UKRYPTERET in besked:
            raise IkkeKrypteret(tekster_noegler.IKKE_KRYPTERET.format(database=fil.name)) from None
        if FORKERT_NOEGLE in besked:
            raise ForkertNoegle(tekster_noegler.FORKERT.format(database=fil.name)) from None
        raise Brugerfejl(tekster.DATABASE_KAN_IKKE_LAESES.format(database=fil.name)) from None


def load_openssl(con: duckdb.DuckDBPyConnection) -> None:
    """OpenSSL, which DuckDB needs to write encrypted and reads twice as fast with, from the wheel beside DuckDB's own.
    Nothing without a signature can be loaded after it.

    Errors: `Brugerfejl` when the wheel is missing or not of DuckDB's version.
    """
    navn = f"extensions/v{duckdb.__version__}/httpfs.duckdb_extension"
    try:
        with resources.as_file(resources.files(HJUL) / navn) as fil:
            con.execute(f"load {quote(fil)}")
        con.execute("set allow_unsigned_extensions = false")
    except (ModuleNotFoundError, OSError, duckdb.Error):
        raise Brugerfejl(tekster_noegler.UDEN_OPENSSL.format(version=duckdb.__version__)) from None
