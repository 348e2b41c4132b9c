"""The commands about keys: make those that are missing, put the database under a new one."""

import argparse
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

import duckdb

from pipeline.database.kryptering import ForkertNoegle, IkkeKrypteret, attach_database, load_openssl
from pipeline.database.noegler import ensure_noegler, is_given, read_key_file, read_noegle
from pipeline.database.ombytning import previous_of, take_place, working_folder
from pipeline.fejl import Brugerfejl
from pipeline.tekster import faelles as tekster
from pipeline.tekster import noegler as tekster_noegler


def add_noegle(kommandoer: Any) -> None:
    noegle = kommandoer.add_parser(
        "noegle", help=tekster_noegler.CLI_NOEGLE, description=tekster_noegler.CLI_NOEGLE
    ).add_subparsers(title=tekster.CLI_KOMMANDOER, required=True, dest="underkommando", metavar="KOMMANDO")
    for navn, hjaelp, udfoer in (
        ("ny", tekster_noegler.CLI_NOEGLE_NY, run_ny),
        ("skift", tekster_noegler.CLI_NOEGLE_SKIFT, run_skift),
    ):
        kommando = noegle.add_parser(navn, help=hjaelp, description=hjaelp)
        kommando.add_argument("--database", type=Path, required=True, metavar="FIL", help=tekster.CLI_DATABASE)
        if navn == "skift":
            kommando.add_argument("--til", type=Path, required=True, metavar="FIL", help=tekster_noegler.CLI_NY_NOEGLE)
        kommando.set_defaults(udfoer=udfoer)


def run_ny(valg: argparse.Namespace) -> None:
    _check_no_other_key(valg.database)
    nye = ensure_noegler(valg.database)
    print(tekster_noegler.NY_FAERDIG.format(navne=", ".join(nye)) if nye else tekster_noegler.NY_INTET)


def _check_no_other_key(database: Path) -> None:
    """A new key beside a database under another would soon be kept in place of that one."""
    if database.is_file() and not is_given("noegle", database) and _is_encrypted(database):
        raise Brugerfejl(tekster_noegler.NY_UNDER_EN_ANDEN.format(database=database.name))


def run_skift(valg: argparse.Namespace) -> None:
    gammel, ny = read_noegle("noegle", valg.database), read_key_file(valg.til, "noegle")
    if gammel == ny:
        print(tekster_noegler.SKIFT_SAMME)
        return
    change_key(valg.database, gammel=gammel, ny=ny)
    print(tekster_noegler.SKIFT_FAERDIG)


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


def _is_encrypted(fil: Path) -> bool:
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
