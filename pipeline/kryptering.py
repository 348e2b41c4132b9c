"""Encryption at rest: every database file is AES-GCM, opened with a key that never stands in a statement's text."""

from importlib import resources
from pathlib import Path

import duckdb

from pipeline import tekster, tekster_noegler
from pipeline.fejl import Brugerfejl
from pipeline.indlaesning import quote

FORKERT_NOEGLE = ("wrong encryption key", "not encrypted")


class ForkertNoegle(Brugerfejl):
    """The file is a database under another key, or under none."""


def attach_database(con: duckdb.DuckDBPyConnection, fil: Path, *, alias: str, noegle: str, skriv: bool = False) -> None:
    """Attach `fil` as `alias`, read-only unless `skriv`.

    Errors: `ForkertNoegle`; `Brugerfejl` when the file is no database of ours.
    """
    maade = "" if skriv else "read_only, "
    try:
        con.execute(f"attach {quote(fil)} as {alias} ({maade}encryption_key $noegle)", {"noegle": noegle})
    except duckdb.Error as fejl:
        besked = str(fejl).lower()
        if any(tegn in besked for tegn in FORKERT_NOEGLE):
            raise ForkertNoegle(tekster_noegler.FORKERT.format(database=fil.name)) from None
        raise Brugerfejl(tekster.DATABASE_KAN_IKKE_LAESES.format(database=fil.name)) from None


def load_openssl(con: duckdb.DuckDBPyConnection) -> None:
    """OpenSSL, which DuckDB needs to write encrypted: signed, from the wheel beside DuckDB's own.

    Errors: `Brugerfejl` when the wheel is not of DuckDB's version.
    """
    navn = f"extensions/v{duckdb.__version__}/httpfs.duckdb_extension"
    with resources.as_file(resources.files("duckdb_extension_httpfs") / navn) as fil:
        try:
            con.execute(f"load {quote(fil)}")
        except duckdb.Error:
            raise Brugerfejl(tekster_noegler.UDEN_OPENSSL.format(version=duckdb.__version__)) from None
