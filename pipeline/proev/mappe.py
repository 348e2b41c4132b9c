"""The folder that is sent: the program's files by their names, and nothing beside them."""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from pipeline.proev.zipfil import Fund
from pipeline.tekster import proev as tekster_proev
from pipeline.tekster import status as tekster_status


def check_mappe(mappe: Path, navne: Collection[str]) -> Iterator[Fund]:
    """`navne`: the files of the release, by their path in the folder."""
    mapper = {str(over) for navn in navne for over in PurePosixPath(navn).parents}
    for post in _walk(mappe):
        navn = str(PurePosixPath(*post.relative_to(mappe).parts))
        maade = post.lstat().st_mode
        if stat.S_ISDIR(maade):
            if navn.split("/")[0] == tekster_status.INTERN:
                yield Fund(navn, tekster_proev.INTERN_LIGGER_I)
            elif navn not in mapper:
                yield Fund(navn, tekster_proev.MAPPE_HOERER_IKKE_TIL)
        elif not stat.S_ISREG(maade):
            yield Fund(navn, tekster_proev.ER_IKKE_EN_FIL)
        elif navn not in navne:
            yield Fund(navn, tekster_proev.HOERER_IKKE_TIL)


def _walk(mappe: Path) -> Iterator[Path]:
    """Everything in it; a link is named and not followed."""
    for sti, mapper, filer in os.walk(mappe, followlinks=False):
        yield from sorted(Path(sti) / navn for navn in (*mapper, *filer))
