"""What every reader is given besides its file."""

from dataclasses import dataclass
from datetime import date

from pipeline.readers.tabeller import Navne


@dataclass(frozen=True)
class Opgave:
    """`udtraek` is the command line's date."""

    navne: Navne
    udtraek: date | None
