"""Where what is not yet in use lies: beside the database, under names of its own, and who may touch it."""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.fejl import Brugerfejl
from pipeline.tekster import faelles as tekster
from pipeline.tekster import kvartal as tekster_kvartal

INDBAKKE = "SYGEFRAVAER_INDBAKKE"
FORSOEG, PAUSE = 40, 0.05  # a lock that is only looked at is free again at once


def kandidat_of(database: Path) -> Path:
    """The build hr has not yet put in use."""
    return database.with_name(database.name + ".kandidat")


def fremdrift_of(database: Path) -> Path:
    return database.with_name(f".{database.name}.fremdrift")


def leverance_of(database: Path, maerke: str) -> Path:
    """The delivery's encrypted files."""
    return database.with_name(f".{database.name}.leverance-{maerke}")


def find_indbakke() -> Path | None:
    """The folder the server watches, where the export lands."""
    sti = os.environ.get(INDBAKKE)
    return Path(sti) if sti else None


@contextmanager
def receiving_folder(database: Path) -> Iterator[Path]:
    """A private folder for a delivery as it comes in, gone afterwards unless it was moved; one at a time. What a killed
    server left of one is removed. Errors: `Brugerfejl`.
    """
    maerke = f".{database.name}.indlevering"
    mappe = database.with_name(maerke)
    laas = _open_lock(database, "indlevering")
    try:
        _lock(laas, tekster_kvartal.ANDEN_INDLEVERING)
        shutil.rmtree(mappe, ignore_errors=True)
        try:
            mappe.mkdir(mode=0o700)
        except OSError:
            raise Brugerfejl(tekster.DATABASE_KAN_IKKE_SKRIVES.format(database=database.name)) from None
        try:
            yield mappe
        finally:
            shutil.rmtree(mappe, ignore_errors=True)
    finally:
        os.close(laas)


def remove_leverancer(database: Path, *, undtagen: str | None = None) -> None:
    """Every delivery that waits, but one."""
    bliver = None if undtagen is None else leverance_of(database, undtagen)
    for mappe in database.parent.glob(f".{database.name}.leverance-*"):
        if mappe != bliver:
            shutil.rmtree(mappe, ignore_errors=True)


def sweep(database: Path, *, venter: str | None) -> None:
    """What a killed server or build left: half a delivery, one nobody waits for. `venter`: the one that does."""
    laas = _open_lock(database, "indlevering")
    try:
        fcntl.flock(laas, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return  # one is coming in
    else:
        shutil.rmtree(database.with_name(f".{database.name}.indlevering"), ignore_errors=True)
        remove_leverancer(database, undtagen=venter)
    finally:
        os.close(laas)


def take_koersel(database: Path) -> int:
    """The lock of the one build there may be, as an open file: it is free when every process that has it has ended,
    however it did. Errors: `Brugerfejl` when one is running.
    """
    laas = _open_lock(database, "koersel")
    try:
        _lock(laas, tekster.ANDEN_BYGNING.format(database=database.name))
    except Brugerfejl:
        os.close(laas)
        raise
    return laas


def is_running(database: Path) -> bool:
    """Whether a build of a candidate runs, in whichever process."""
    laas = _open_lock(database, "koersel")
    try:
        fcntl.flock(laas, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(laas)
    return False


def _open_lock(database: Path, navn: str) -> int:
    try:
        return os.open(database.with_name(f".{database.name}.{navn}.laas"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        raise Brugerfejl(tekster.DATABASE_KAN_IKKE_SKRIVES.format(database=database.name)) from None


def _lock(laas: int, optaget: str) -> None:
    for _ in range(FORSOEG):
        try:
            fcntl.flock(laas, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            time.sleep(PAUSE)
        else:
            return
    raise Brugerfejl(optaget)
