"""What the store has for a case: what was published before, its locks first and then the files of the municipality's
own archive, and the days of the year's cases.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.fejl import Brugerfejl
from pipeline.lager.kvartalsvalg import read_datoer
from pipeline.lager.laase import Berigtigelse, read_berigtigelser, read_laase
from pipeline.lager.lager import Lager
from pipeline.status.laaste import Laast, parse_laast, read_laaste
from pipeline.tekster import laaste as tekster_laaste
from pipeline.tekster.dansk import opremsning, periode_med_ord

MAPPE_LAASTE = "SYGEFRAVAER_LAASTE"


@dataclass(frozen=True)
class Arkiv:
    """The locked quarters, the key their marks are made with, what was corrected after they were published, and the
    days of the year's cases; None when hr has not set them, and the build's count.
    """

    laaste: Mapping[str, Laast]
    noegle: str = field(repr=False)
    berigtigelser: Sequence[Berigtigelse] = ()
    sagsdatoer: tuple[date, ...] | None = None

    @property
    def kendetegn(self) -> str:
        """Another when anything in it is."""
        alt: list[Any] = [[asdict(laast) for laast in self.laaste.values()], [asdict(en) for en in self.berigtigelser]]
        alt.append(None if self.sagsdatoer is None else list(map(str, self.sagsdatoer)))
        return hashlib.sha256(json.dumps(alt, sort_keys=True).encode()).hexdigest()


def open_arkiv(mappe: Path | None, lager: Lager) -> Arkiv:
    """Errors: `Brugerfejl` for a folder or a file that is none of ours, and for a quarter the file of which says
    something else than the store.
    """
    laaste = {laas.kvartal: parse_laast(laas.indhold) for laas in read_laase(lager)}
    filer = read_laaste(mappe) if mappe else {}
    uenige = [periode_med_ord(kvartal) for kvartal, fil in filer.items() if laaste.get(kvartal, fil) != fil]
    if uenige:
        raise Brugerfejl(tekster_laaste.LAGER_OG_FIL_UENIGE.format(kvartaler=opremsning(uenige)))
    alle = dict(sorted((filer | laaste).items()))
    return Arkiv(alle, lager.personnoegle, tuple(read_berigtigelser(lager)), read_datoer(lager))


def open_servers_arkiv(lager: Lager) -> Arkiv:
    """With the folder the server is told of, if any. Errors: as open_arkiv."""
    mappe = os.environ.get(MAPPE_LAASTE)
    return open_arkiv(Path(mappe) if mappe else None, lager)
