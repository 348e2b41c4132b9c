"""The database and its `.forrige` put under another key."""

from pathlib import Path
from secrets import token_urlsafe

import duckdb

from pipeline.database.kryptering import ForkertNoegle, IkkeKrypteret, attach_database, load_openssl
from pipeline.database.ombytning import previous_of, take_place, working_folder
from pipeline.fejl import Brugerfejl
from pipeline.tekster import faelles as tekster
from pipeline.tekster import noegler as tekster_noegler


def change_key(database: Path, *, gammel: str, ny: str) -> None:
    """The database and its `.forrige` under `ny`, each in one step, `.forrige` first.

    Stopped half way, what remains is under the old key and the rest under the new; run again, it goes on from there.

    Errors: `Brugerfejl` when a file opens under neither key.
    """
    if not database.is_file():
        raise Brugerfejl(tekster_noegler.SKIFT_INGEN.format(database=database.name))
    with working_folder(database) as mappe:
        klar = [
            (_copy_under(fil, mappe / f"{nr}.duckdb", gammel=gammel, ny=ny), fil)
            for nr, fil in enumerate((previous_of(database), database))
            if fil.is_file() and not _opens(fil, ny)
        ]
        for kopi, fil in klar:
            take_place(kopi, fil)


def _opens(fil: Path, noegle: str) -> bool:
    with duckdb.connect(":memory:") as con:
        try:
            attach_database(con, fil, alias="proeve", noegle=noegle)
        except ForkertNoegle:
            return False
    return True


def is_encrypted(fil: Path) -> bool:
    """Whether the file is a database under any key."""
    with duckdb.connect(":memory:") as con:
        try:
            attach_database(con, fil, alias="proeve", noegle=token_urlsafe())
        except Brugerfejl as fejl:
            return isinstance(fejl, ForkertNoegle) and not isinstance(fejl, IkkeKrypteret)
    return False


def _copy_under(fil: Path, kopi: Path, *, gammel: str, ny: str) -> Path:
    with duckdb.connect(":memory:") as con:
        con.execute("set temp_directory = ''")  # else rows might spill, unencrypted, where the command stands
        load_openssl(con)
        attach_database(con, fil, alias="gammel", noegle=gammel)
        attach_database(con, kopi, alias="ny", noegle=ny, skriv=True)
        try:
            con.execute("copy from database gammel to ny")
            con.execute("checkpoint ny")
        except duckdb.Error:
            raise Brugerfejl(tekster.DISK_ELLER_HUKOMMELSE) from None
    return kopi
