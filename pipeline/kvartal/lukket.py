"""A delivery's files while they wait to be built: encrypted on the disk, open in memory alone.

AES-256-GCM in blocks, each under the next number as its nonce and the last marked as the last, so that none can be
changed, moved or left out (Hoang, Reyhanitabar, Rogaway and Vizár 2015, STREAM). Every file has a key of its own, made
of the database's key and what stands first in the file, and its name is its first block.
"""

import hashlib
import hmac
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from pipeline.fejl import Brugerfejl
from pipeline.readers.filer import Kildefil
from pipeline.readers.kopi import Kopi
from pipeline.tekster import kvartal as tekster_kvartal

MAERKE = b"SYGEFRAVAER-LUKKET-1\n"
BLOK = 1 << 20
SALT, MAERKAT = 32, 16  # bytes; the latter is what GCM adds to each block
ENDELSE = ".lukket"
FORMAAL = b"en leverances fil"


class Skriver:
    """Writes one file of a delivery as it comes; `close` makes it whole."""

    def __init__(self, sti: Path, navn: str, noegle: str) -> None:
        self.navn, self.antal_bytes = navn, 0
        self._fil = os.fdopen(os.open(sti, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        salt = os.urandom(SALT)
        self._fil.write(MAERKE + salt)
        self._lukker, self._nr, self._rest = _cipher(noegle, salt), 0, b""
        self._seal(navn.encode(), er_sidst=False)

    def write(self, indhold: bytes) -> None:
        self.antal_bytes += len(indhold)
        self._rest += indhold
        while len(self._rest) > BLOK:
            self._seal(self._rest[:BLOK], er_sidst=False)
            self._rest = self._rest[BLOK:]

    def close(self) -> None:
        """On the disk for good."""
        self._seal(self._rest, er_sidst=True)
        self._fil.flush()
        os.fsync(self._fil.fileno())
        self._fil.close()

    def abandon(self) -> None:
        self._fil.close()

    def _seal(self, blok: bytes, *, er_sidst: bool) -> None:
        lukket = self._lukker.encrypt(_nonce(self._nr), blok, _position(er_sidst))
        self._fil.write(len(lukket).to_bytes(4, "big") + lukket)
        self._nr += 1


def unlock_mappe(mappe: Path, noegle: str) -> tuple[Kildefil, ...]:
    """The files of a delivery by name, each in memory. Errors: `Brugerfejl` for one that is not as it was written."""
    return tuple(sorted(unlock_each(mappe, noegle), key=lambda fil: fil.navn))


def unlock_each(mappe: Path, noegle: str) -> Iterator[Kildefil]:
    """One at a time, as they came."""
    for sti in sorted(mappe.glob(f"*{ENDELSE}")):
        yield unlock(sti, noegle)


def unlock(sti: Path, noegle: str) -> Kildefil:
    kopi = Kopi()
    try:
        with sti.open("rb") as ind, kopi.sti.open("wb") as ud:
            if ind.read(len(MAERKE)) != MAERKE:
                raise ValueError
            blokke = _blocks(ind, _cipher(noegle, ind.read(SALT)))
            navn = next(blokke).decode()
            for blok in blokke:
                ud.write(blok)
    except (OSError, ValueError, InvalidTag, StopIteration):
        raise Brugerfejl(tekster_kvartal.LUKKET_ULAESELIG) from None
    return Kildefil(navn, kopi.sti, kopi)


def _blocks(ind: BinaryIO, lukker: AESGCM) -> Iterator[bytes]:
    """Every block. Errors: `InvalidTag`, `ValueError` for a file that ends before its last."""
    naeste = _read_block(ind)
    nr = 0
    while naeste is not None:
        blok, naeste = naeste, _read_block(ind)
        yield lukker.decrypt(_nonce(nr), blok, _position(naeste is None))
        nr += 1


def _read_block(ind: BinaryIO) -> bytes | None:
    hoved = ind.read(4)
    if not hoved:
        return None
    laengde = int.from_bytes(hoved, "big")
    if len(hoved) < 4 or laengde > BLOK + MAERKAT:
        raise ValueError
    blok = ind.read(laengde)
    if len(blok) < laengde:
        raise ValueError
    return blok


def _cipher(noegle: str, salt: bytes) -> AESGCM:
    return AESGCM(hmac.digest(noegle.encode(), FORMAAL + salt, hashlib.sha256))


def _nonce(nr: int) -> bytes:
    return nr.to_bytes(12, "big")


def _position(er_sidst: bool) -> bytes:
    return b"sidst" if er_sidst else b"midt"
