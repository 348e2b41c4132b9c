"""The program's secrets: where each is looked for, and the sentence when it is not there.

Looked for in the environment, in systemd's credentials, and as a file in the key folder, in that order.
"""

import os
import secrets
import stat
from pathlib import Path
from typing import Literal, get_args

from pipeline import tekster_noegler as tekster
from pipeline.fejl import Brugerfejl

Noeglenavn = Literal["noegle", "personnoegle", "cookienoegle"]
"""`noegle` encrypts the database, `personnoegle` the employee numbers of the store, `cookienoegle` signs cookies."""

NOEGLENAVNE: tuple[Noeglenavn, ...] = get_args(Noeglenavn)
MINDSTE_LAENGDE = 32
EJERENS_ALENE = stat.S_IRWXG | stat.S_IRWXO


def key_folder(database: Path) -> Path:
    return Path(os.environ.get("SYGEFRAVAER_NOEGLEMAPPE") or database.parent / "noegler")


def read_noegle(navn: Noeglenavn, database: Path) -> str:
    """Errors: `Brugerfejl` for a key that is missing, too short, not ASCII, or in a file others may read."""
    miljoe = os.environ.get(f"SYGEFRAVAER_{navn.upper()}")
    if miljoe is not None:
        return check_noegle(miljoe, navn)
    systemd = os.environ.get("CREDENTIALS_DIRECTORY")
    if systemd and (Path(systemd) / navn).is_file():
        return check_noegle(_read(Path(systemd) / navn, navn), navn)
    fil = key_folder(database) / navn
    if not fil.exists():
        raise Brugerfejl(tekster.MANGLER.format(navn=navn))
    return read_key_file(fil, navn)


def read_key_file(fil: Path, navn: str) -> str:
    """A key from a file only its owner may read. Errors: `Brugerfejl`."""
    try:
        rettigheder = fil.stat().st_mode
    except OSError:
        raise Brugerfejl(tekster.ULAESELIG.format(navn=navn)) from None
    if rettigheder & EJERENS_ALENE:
        raise Brugerfejl(tekster.AABEN_FIL.format(navn=navn))
    return check_noegle(_read(fil, navn), navn)


def _read(fil: Path, navn: str) -> str:
    try:
        return fil.read_bytes().decode("ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise Brugerfejl(tekster.ULAESELIG.format(navn=navn)) from None


def check_noegle(noegle: str, navn: str) -> str:
    if len(noegle) < MINDSTE_LAENGDE or not noegle.isascii() or not noegle.isprintable():
        raise Brugerfejl(tekster.FOR_SVAG.format(navn=navn, laengde=MINDSTE_LAENGDE))
    return noegle


def ensure_noegler(database: Path) -> list[Noeglenavn]:
    """Make the keys that are not there, in the key folder; the names of those made."""
    nye: list[Noeglenavn] = []
    mappe = key_folder(database)
    try:
        mappe.mkdir(parents=True, exist_ok=True, mode=0o700)
        for navn in NOEGLENAVNE:
            if f"SYGEFRAVAER_{navn.upper()}" in os.environ or (mappe / navn).exists():
                continue
            with os.fdopen(os.open(mappe / navn, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as fil:
                fil.write(secrets.token_urlsafe(48) + "\n")
            nye.append(navn)
    except OSError:
        raise Brugerfejl(tekster.KAN_IKKE_SKRIVES) from None
    return nye
