"""A finished database takes the old one's place in one step; the old one stays as `.forrige`.

At every moment the name holds a whole database: the old one until the rename, the new one after it.
"""

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.fejl import Brugerfejl
from pipeline.tekster import faelles as tekster


def previous_of(database: Path) -> Path:
    return database.with_name(database.name + ".forrige")


@contextmanager
def working_folder(database: Path) -> Iterator[Path]:
    """A private folder beside the database for everything unfinished, gone afterwards; one build at a time.

    What a killed build left is removed by the next. Errors: `Brugerfejl` when another build runs or the folder
    cannot be written.
    """
    maerke = f".{database.name}.byg-"
    if database.is_dir():
        raise Brugerfejl(tekster.DATABASE_KAN_IKKE_SKRIVES.format(database=database.name))
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        laas = os.open(database.with_name(f".{database.name}.laas"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        raise Brugerfejl(tekster.DATABASE_KAN_IKKE_SKRIVES.format(database=database.name)) from None
    try:
        try:
            fcntl.flock(laas, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Brugerfejl(tekster.ANDEN_BYGNING.format(database=database.name)) from None
        for rest in database.parent.glob(f"{maerke}*"):
            shutil.rmtree(rest, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=maerke, dir=database.parent) as mappe:
            yield Path(mappe)
    finally:
        os.close(laas)


def replace_database(ny: Path, database: Path) -> None:
    """`ny` becomes `database`, what stood there `.forrige`."""
    if database.exists():
        _copy_name(database, previous_of(database))
    take_place(ny, database)


def take_place(ny: Path, fil: Path) -> None:
    """`ny` becomes `fil` in one step, with the owner and rights that has (at first: the owner's alone)."""
    if fil.exists():
        gammel = fil.stat()
        if (gammel.st_uid, gammel.st_gid) != (ny.stat().st_uid, ny.stat().st_gid):
            with suppress(PermissionError):  # root's alone to give away
                os.chown(ny, gammel.st_uid, gammel.st_gid)
        ny.chmod(stat.S_IMODE(gammel.st_mode))
    else:
        ny.chmod(0o600)
    os.replace(ny, fil)
    sync_folder(fil.parent)


def restore_previous(database: Path) -> None:
    """Swap `database` and its `.forrige`. Errors: `Brugerfejl` when there is none."""
    forrige = previous_of(database)
    if not forrige.is_file():
        raise Brugerfejl(tekster.INGEN_FORRIGE.format(database=database.name))
    with working_folder(database) as mappe:
        nuvaerende = mappe / "nuvaerende"
        if database.exists():
            _copy_name(database, nuvaerende)
        os.replace(forrige, database)
        if nuvaerende.exists():
            os.replace(nuvaerende, forrige)
        sync_folder(database.parent)


def _copy_name(fra: Path, til: Path) -> None:
    """A second name for the same file where the disk can, else a copy; `til` is replaced in one step."""
    mellem = til.with_name(til.name + ".ny")
    mellem.unlink(missing_ok=True)
    try:
        os.link(fra, mellem)
    except OSError:
        shutil.copy2(fra, mellem)
    os.replace(mellem, til)
    mellem.unlink(missing_ok=True)  # renaming onto another name of the same file does nothing


def sync_folder(mappe: Path) -> None:
    handle = os.open(mappe, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
