"""What every reader is given besides its file."""

from dataclasses import dataclass
from datetime import date

from pipeline.indstillinger.model import Filer
from pipeline.readers.tabeller import Navne


@dataclass(frozen=True)
class Opgave:
    """`udtraek` is the command line's date, `filer` how much a file may ask for."""

    navne: Navne
    udtraek: date | None
    filer: Filer
