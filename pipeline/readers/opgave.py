"""What every reader is given besides its file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.readers.tabeller import Navne


@dataclass(frozen=True)
class Opgave:
    """`udtraek` is the command line's date; `arbejdsmappe` a private folder for files that had to be rewritten."""

    navne: Navne
    udtraek: date | None
    arbejdsmappe: Path
