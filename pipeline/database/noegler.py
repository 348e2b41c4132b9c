"""The program's secrets: where each is looked for, and the sentence when it is not there.

Looked for in the environment, in systemd's credentials, and as a file in the key folder, in that order.
"""

import os
import secrets
import stat
from pathlib import Path
from typing import Literal, get_args

from pipeline.database.ombytning import sync_folder
from pipeline.fejl import Brugerfejl
from pipeline.tekster import noegler as tekster_noegler

Noeglenavn = Literal["noegle", "personnoegle", "cookienoegle", "lognoegle"]
"""`noegle` encrypts the database, `personnoegle` the employee numbers of the store, `cookienoegle` signs cookies,
`lognoegle` the log's head.
"""

NOEGLENAVNE: tuple[Noeglenavn, ...] = get_args(Noeglenavn)
MINDSTE_LAENGDE = 32
EJERENS_ALENE = (0o600, 0o400)


def key_folder(database: Path) -> Path:
    return Path(os.environ.get("SYGEFRAVAER_NOEGLEMAPPE") or database.parent / "noegler")


def read_noegle(navn: Noeglenavn, database: Path) -> str:
    """Errors: `Brugerfejl` for a key that is missing, too short, not ASCII, or in a file others may read."""
    miljoe = os.environ.get(f"SYGEFRAVAER_{navn.upper()}")
    if miljoe is not None:
        return check_noegle(miljoe, navn)
    systemd = find_credential(navn)
    if systemd is not None:
        return check_noegle(_read(systemd, navn, rettigheder=None), navn)
    fil = key_folder(database) / navn
    if not _exists(fil, navn):
        raise Brugerfejl(tekster_noegler.MANGLER.format(navn=navn))
    return read_key_file(fil, navn)


def is_given(navn: Noeglenavn, database: Path) -> bool:
    """Whether there is such a key, good or not."""
    i_miljoe = f"SYGEFRAVAER_{navn.upper()}" in os.environ
    return i_miljoe or find_credential(navn) is not None or _exists(key_folder(database) / navn, navn)


def read_key_file(fil: Path, navn: str) -> str:
    """A key from a file only its owner may read. Errors: `Brugerfejl`."""
    return check_noegle(_read(fil, navn, rettigheder=EJERENS_ALENE), navn)


def _read(fil: Path, navn: str, *, rettigheder: tuple[int, ...] | None) -> str:
    """`rettigheder` None: any, for systemd gives its files rights of its own."""
    try:
        with fil.open("rb") as aaben:
            if rettigheder and stat.S_IMODE(os.fstat(aaben.fileno()).st_mode) not in rettigheder:
                raise Brugerfejl(tekster_noegler.AABEN_FIL.format(navn=navn))
            return aaben.read().decode("ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise Brugerfejl(tekster_noegler.ULAESELIG.format(navn=navn)) from None


def find_credential(navn: str) -> Path | None:
    """What systemd hands over under this name."""
    mappe = os.environ.get("CREDENTIALS_DIRECTORY")
    return Path(mappe) / navn if mappe and _exists(Path(mappe) / navn, navn) else None


def _exists(fil: Path, navn: str) -> bool:
    """A key that may not be looked for is not one that is missing."""
    try:
        return fil.exists()
    except OSError:
        raise Brugerfejl(tekster_noegler.ULAESELIG.format(navn=navn)) from None


def check_noegle(noegle: str, navn: str) -> str:
    if len(noegle) < MINDSTE_LAENGDE or not noegle.isascii() or not noegle.isprintable():
        raise Brugerfejl(tekster_noegler.FOR_SVAG.format(navn=navn, laengde=MINDSTE_LAENGDE))
    return noegle


def ensure_noegler(database: Path) -> list[Noeglenavn]:
    """Make the keys that are not there, in the key folder; the names of those made.

    Errors: `Brugerfejl` when the folder cannot be written.
    """
    nye: list[Noeglenavn] = []
    mappe = key_folder(database)
    try:
        mappe.mkdir(parents=True, exist_ok=True, mode=0o700)
        for navn in NOEGLENAVNE:
            if is_given(navn, database):
                continue
            _write(mappe / navn, secrets.token_urlsafe(48))
            nye.append(navn)
    except OSError:
        raise Brugerfejl(tekster_noegler.KAN_IKKE_SKRIVES) from None
    return nye


def _write(fil: Path, noegle: str) -> None:
    """Never over another, and on the disk before anything is encrypted under it."""
    with os.fdopen(os.open(fil, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as aaben:
        try:
            aaben.write(noegle + "\n")
            aaben.flush()
            os.fsync(aaben.fileno())
        except OSError:
            fil.unlink()
            raise
    sync_folder(fil.parent)
