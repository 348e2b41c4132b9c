"""Which files a delivery has: regular files of the folder itself, and the same from first to last."""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.fejl import Brugerfejl
from pipeline.indstillinger.model import Filer
from pipeline.readers.kopi import Kopi
from pipeline.tekster import faelles as tekster
from pipeline.tekster import filer as tekster_filer
from pipeline.tekster.dansk import heltal

_IGNORERES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"})
_IGNORERES_FORAN = ("~$", "~wr", "~df", ".")  # locks and leftovers of Office, and what macOS hides
_AFTRYK = ("st_dev", "st_ino", "st_size", "st_mtime_ns", "st_ctime_ns")


@dataclass(frozen=True)
class Kildefil:
    """`navn` is what a user is told, `sti` what is opened; `kopi` keeps a file alive that is in no folder."""

    navn: str
    sti: Path
    kopi: Kopi | None = field(default=None, repr=False, compare=False)


Leverancekilde = Path | Sequence[Kildefil]
"""A folder, or a delivery's files already in memory, by name."""


def is_ignored(navn: str) -> bool:
    """What Windows, macOS and Office leave behind, and hidden files."""
    return navn.lower() in _IGNORERES or navn.lower().startswith(_IGNORERES_FORAN)


def laeste_filer(kilde: Leverancekilde) -> list[Kildefil]:
    """The files a delivery is made of, by name; the same rule for reading and for the build id.

    Errors: `Brugerfejl` when the folder is missing or holds none, and for the first that is no regular file of the
    folder or may not be read.
    """
    if not isinstance(kilde, Path):
        return list(kilde)
    try:
        filer = [sti for sti in kilde.iterdir() if not is_ignored(sti.name) and not sti.is_dir()]
    except OSError:
        raise Brugerfejl(tekster.MAPPE_MANGLER.format(mappe=kilde.resolve().name)) from None
    if not filer:
        raise Brugerfejl(tekster.MAPPE_TOM.format(mappe=kilde.resolve().name))
    return [open_kildefil(sti, mappe=kilde) for sti in sorted(filer, key=lambda sti: sti.name)]


def open_kildefil(sti: Path, *, mappe: Path) -> Kildefil:
    """Errors: `Brugerfejl` for a queue, device, socket or link out of `mappe`, none of them opened; for no access."""
    try:
        if sti.is_symlink() and not sti.resolve(strict=True).is_relative_to(mappe.resolve()):
            raise Brugerfejl(tekster_filer.FIL_GENVEJ.format(fil=sti.name))
        if not stat.S_ISREG(sti.stat().st_mode):
            raise Brugerfejl(tekster_filer.FIL_IKKE_ALMINDELIG.format(fil=sti.name))
        with sti.open("rb"):
            return Kildefil(sti.name, sti)
    except PermissionError:
        raise Brugerfejl(tekster_filer.FIL_UDEN_ADGANG.format(fil=sti.name)) from None
    except (OSError, RuntimeError):  # a link that leads nowhere, or round
        raise Brugerfejl(tekster.FIL_ULAESELIG.format(fil=sti.name)) from None


def check_bredde(antal: int, *, fil: str, graenser: Filer) -> None:
    """Errors: `Brugerfejl` for a header with far more fields than a list has."""
    if antal > graenser.bredeste_ark:
        raise Brugerfejl(tekster_filer.FIL_FOR_BRED.format(fil=fil, hoejst=heltal(graenser.bredeste_ark)))


@contextmanager
def held_still(kilde: Leverancekilde) -> Iterator[None]:
    """What is read and what is hashed inside are the same bytes.

    Errors: `Brugerfejl` for a file that came, went or changed meanwhile, also when something else failed because of it.
    """
    foer = _aftryk(kilde)
    try:
        yield
    finally:
        aendrede = dict(foer.items() ^ _aftryk(kilde).items())
        if aendrede:
            raise Brugerfejl(tekster_filer.FIL_AENDRET.format(fil=min(aendrede))) from None


def _aftryk(kilde: Leverancekilde) -> dict[str, tuple[int, ...]]:
    """By name what the file system says of every file that is read; nothing is opened. Of what is in memory alone
    nothing: nobody else can reach it.
    """
    if not isinstance(kilde, Path):
        return {}
    aftryk = {}
    try:
        navne = [navn for navn in os.listdir(kilde) if not is_ignored(navn)]
    except OSError:
        return {}
    for navn in navne:
        try:
            om = os.stat(kilde / navn)
        except OSError:
            continue
        if not stat.S_ISDIR(om.st_mode):
            aftryk[navn] = tuple(getattr(om, felt) for felt in _AFTRYK)
    return aftryk
