"""What a reader hands on: one table as found in one file, every cell still text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.readers.kopi import Kopi

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class Csvindhold:
    """A text file DuckDB reads itself, because it can be larger than memory.

    `kolonner` names every field in file order: canonical names, `oevrig_1`, `oevrig_2` … for other headings, `loes_3` …
    for fields without one. When the text
    had to be rewritten `sti` leads to `kopi`.
    """

    sti: Path
    skilletegn: str
    citationstegn: str
    linjer_foer_data: int
    kolonner: tuple[str, ...]
    kopi: Kopi | None = None


@dataclass(frozen=True)
class Hoved:
    """Where a table's header stands, and each heading with the name its column got. `tegnsaet` only of a text file."""

    linje: int
    kolonner: tuple[tuple[str, str], ...]
    tegnsaet: str | None = None


@dataclass(frozen=True)
class Kildetabel:
    """Grain: one table in one file.

    `indhold` holds text only, either to be read by DuckDB or as a frame whose columns are `linje` (1-based
    row in the file) and those of `Csvindhold.kolonner`. `foerste_linje` is the line of the first data row.
    `noter`: sentences about what was read otherwise than it stands, or not at all; `antal_lignende` of them are
    about columns that may be what the table lacks. `hoved`: None in a file without a header line.
    """

    fil: str
    tabel: str
    form: str
    udtraeksdato: date | None
    periode: tuple[date, date] | None
    foerste_linje: int
    indhold: Csvindhold | pl.DataFrame
    noter: tuple[str, ...] = ()
    antal_lignende: int = 0
    hoved: Hoved | None = None

    @property
    def kolonner(self) -> tuple[str, ...]:
        if isinstance(self.indhold, Csvindhold):
            return self.indhold.kolonner
        return tuple(name for name in self.indhold.columns if name != "linje")
