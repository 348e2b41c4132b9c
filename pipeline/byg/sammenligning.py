"""A build beside the last one the program trusts: the same rows in the report, on the page and in the stop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pipeline.fejl import Brugerfejl
from pipeline.tekster import stop as tekster_stop
from pipeline.tekster.dansk import dato

if TYPE_CHECKING:
    import polars as pl


class Afvigelse(Brugerfejl):
    """The delivery's results are too far from those of the last trusted build; `sammenligning` shows them all."""

    def __init__(self, saetning: str, sammenligning: pl.DataFrame) -> None:
        super().__init__(saetning)
        self.sammenligning = sammenligning


def describe_forrige(sammenligning: pl.DataFrame) -> str:
    """What the build is held against."""
    if sammenligning.is_empty():
        return tekster_stop.SAMMENLIGNING_INGEN
    foerste: Mapping[str, Any] = sammenligning.row(0, named=True)
    return tekster_stop.SAMMENLIGNING_MED.format(udtraek=dato(foerste["udtraeksdato"]), bygning=foerste["bygning_id"])


def tabulate_sammenligning(sammenligning: pl.DataFrame) -> Iterable[tuple[str, str, str, str, str]]:
    """One line a result, as `SAMMENLIGNING_KOLONNER`; the last says whether it may be so."""
    for raekke in sammenligning.iter_rows(named=True):
        maal = raekke["maal"]
        yield (
            tekster_stop.name_maal(maal, raekke["periode"]),
            tekster_stop.format_maal(maal, raekke["foer"]),
            tekster_stop.format_maal(maal, raekke["nu"]),
            tekster_stop.SAMMENLIGNING_TILLADT.format(
                laveste=tekster_stop.format_maal(maal, raekke["laveste"]),
                hoejeste=tekster_stop.format_maal(maal, raekke["hoejeste"]),
            ),
            tekster_stop.SAMMENLIGNING_DOM[raekke["er_afvigelse"]],
        )
