"""The log's head: its newest row and what its first one follows, signed, in a file outside the store.

Whoever owns the database can take the triggers away, delete rows and make the chain anew; what the head says she
cannot sign. A head takes its place after its row is committed: a row may be newer than the head, the head never newer
than the log. What makes the log shorter is announced in the file first, so that one killed half way fits either.
"""

import fcntl
import hashlib
import hmac
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from pipeline.fejl import Brugerfejl
from pipeline.tekster import lager as tekster_lager

BEGYNDELSE = "0" * 64
INGEN = (0, BEGYNDELSE)
MAERKE = "sygefravaer loghoved 1"


class FalsktHoved(Exception):
    """There is something, and no head signed with the key."""


@dataclass(frozen=True)
class Hoved:
    """`nr`, `kontrol` and `tid` are the newest row's; `anker` is what the first row follows; `fra_nr` and `fra_tid` say
    from where on heads have been kept.
    """

    nr: int
    kontrol: str
    tid: str
    anker: tuple[int, str]
    fra_nr: int
    fra_tid: str


TOMT = Hoved(0, BEGYNDELSE, "", INGEN, 1, "")
"""The head of a log about to have its first row."""


@dataclass(frozen=True)
class Hovedpar:
    """`naeste` is announced: the log fits either."""

    hoved: Hoved
    naeste: Hoved | None = None

    @property
    def kandidater(self) -> tuple[Hoved, ...]:
        return (self.hoved,) if self.naeste is None else (self.naeste, self.hoved)


@dataclass(frozen=True)
class Hovedfil:
    fil: Path
    noegle: str = field(repr=False)

    def read(self) -> Hovedpar | None:
        """None when there is none. Errors: `FalsktHoved`."""
        try:
            return unpack(json.loads(self.fil.read_text(encoding="utf-8")), self.noegle)
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            raise FalsktHoved from None

    def place(self, par: Hovedpar) -> None:
        """In place of what is there, whatever it says. Errors: `Brugerfejl` when it cannot be written."""
        with self.placed_after(par, forfra=True):
            pass

    @contextmanager
    def placed_after(self, par: Hovedpar, *, forfra: bool = False) -> Iterator[None]:
        """Around a commit: on the disk before, in its place after; never over a newer one, but `forfra`.

        Errors: `Brugerfejl` when it cannot be written; then nothing is committed.
        """
        ny = self.fil.with_name(f"{self.fil.name}.{os.getpid()}.{par.hoved.nr}")
        try:
            self._write(ny, par)
            yield
            with self._alone():
                if forfra or self._is_older_than(par.hoved):
                    ny.replace(self.fil)
        except OSError:
            raise Brugerfejl(tekster_lager.LOGHOVED_KAN_IKKE_SKRIVES) from None
        finally:
            ny.unlink(missing_ok=True)

    def _write(self, fil: Path, par: Hovedpar) -> None:
        fil.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(fil, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as ud:
            if os.geteuid() == 0:  # a command by hand must not take the file from the program's user
                mappe = fil.parent.stat()
                os.fchown(ud.fileno(), mappe.st_uid, mappe.st_gid)
            json.dump(pack(par, self.noegle), ud)
            ud.flush()
            os.fsync(ud.fileno())

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Of two that committed, the later may come here first."""
        handle = os.open(self.fil.parent, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _is_older_than(self, hoved: Hoved) -> bool:
        """An announcement is kept from those that committed before it; one that came to nothing is the next's to go."""
        try:
            nu = self.read()
        except FalsktHoved:
            return False
        return nu is not None and nu.hoved.nr < hoved.nr and (nu.naeste is None or nu.naeste.nr <= hoved.nr)


def hovedfil_of(mappe: Path, url: str, noegle: str) -> Hovedfil:
    """A name for each store, so that a folder may hold several heads; a new password is no new store."""
    adresse = make_url(url)
    dele = (adresse.get_backend_name(), adresse.host, adresse.port, adresse.database, sorted(adresse.query.items()))
    return Hovedfil(mappe / f"loghoved-{hashlib.sha256(repr(dele).encode()).hexdigest()[:12]}.json", noegle)


def pack(par: Hovedpar, noegle: str) -> dict[str, Any]:
    """As JSON takes it, with its signature: HMAC-SHA256 under `noegle`."""
    indhold = asdict(par)
    tekst = json.dumps([MAERKE, indhold], sort_keys=True)
    return {**indhold, "underskrift": hmac.digest(noegle.encode(), tekst.encode(), hashlib.sha256).hex()}


def unpack(indhold: Any, noegle: str) -> Hovedpar:
    """Errors: `FalsktHoved` for what `pack` did not make with this key."""
    try:
        par = Hovedpar(_read(indhold["hoved"]), None if indhold["naeste"] is None else _read(indhold["naeste"]))
        underskrift = str(indhold["underskrift"])
    except (TypeError, KeyError):
        raise FalsktHoved from None
    if not hmac.compare_digest(pack(par, noegle)["underskrift"].encode(), underskrift.encode()):
        raise FalsktHoved
    return par


def _read(felter: dict[str, Any]) -> Hoved:
    return Hoved(**{**felter, "anker": tuple(felter["anker"])})
