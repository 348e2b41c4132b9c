"""The demo's calendar: days as whole numbers from 1 January 2021, working days and quarters.

Source of the working-day rule: docs/metode.md (Monday to Friday, not a Danish public holiday).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays
import numpy as np

FOERSTE_DATO = date(2021, 1, 1)
UDTRAEK_DATO = date(2025, 7, 15)
AABEN_DATO = date(9999, 12, 31)
ANTAL_DAGE = (UDTRAEK_DATO - FOERSTE_DATO).days + 1
UDTRAEK = ANTAL_DAGE - 1


def to_day(dato: date) -> int:
    """Day number of a date; 1 January 2021 is 0, earlier dates are negative."""
    return (dato - FOERSTE_DATO).days


@cache
def to_date(dag: int) -> date:
    return FOERSTE_DATO + timedelta(days=int(dag))


def _find_arbejdsdage(antal: int) -> np.ndarray:
    helligdage = holidays.country_holidays("DK", years=range(2021, 2028))
    datoer = (to_date(dag) for dag in range(antal))
    return np.array([dato.weekday() < 5 and dato not in helligdage for dato in datoer])


ER_ARBEJDSDAG = _find_arbejdsdage(ANTAL_DAGE + 366)
ER_ARBEJDSDAG_LISTE = ER_ARBEJDSDAG.tolist()  # one day is quicker read here
ARBEJDSDAGE_FOER = np.concatenate(([0], np.cumsum(ER_ARBEJDSDAG)))
ARBEJDSDAG_NUMRE = np.flatnonzero(ER_ARBEJDSDAG)


@cache
def to_arbejdsdag(dag: int) -> int:
    """The day itself, or the next working day."""
    return int(ARBEJDSDAG_NUMRE[np.searchsorted(ARBEJDSDAG_NUMRE, dag)])


def count_arbejdsdage(foerste: int, sidste: int) -> int:
    """Working days in [foerste, sidste], both included."""
    return int(ARBEJDSDAGE_FOER[sidste + 1] - ARBEJDSDAGE_FOER[foerste])


@dataclass(frozen=True)
class Periode:
    """One quarter or month; the last one ends at the extraction date."""

    navn: str
    foerste: int
    sidste: int

    @property
    def dage(self) -> int:
        return self.sidste - self.foerste + 1


def _list_perioder(antal_maaneder: int, bogstav: str) -> list[Periode]:
    starter = [date(aar, maaned, 1) for aar in range(2021, 2026) for maaned in range(1, 13, antal_maaneder)]
    dage = [to_day(start) for start in starter] + [to_day(date(2026, 1, 1))]
    return [
        Periode(f"{start.year}{bogstav}{(start.month - 1) // antal_maaneder + 1}", foerste, min(naeste - 1, UDTRAEK))
        for start, foerste, naeste in zip(starter, dage[:-1], dage[1:], strict=True)
        if foerste <= UDTRAEK
    ]


def _number_dage(perioder: list[Periode]) -> np.ndarray:
    """The period's place in its list, for every day."""
    return np.concatenate([np.full(periode.dage, nummer) for nummer, periode in enumerate(perioder)])


KVARTALER, MAANEDER = _list_perioder(3, "K"), _list_perioder(1, "M")
KVARTAL_AF_DAG, MAANED_AF_DAG = _number_dage(KVARTALER), _number_dage(MAANEDER)
KVARTAL_NR = {kvartal.navn: nummer for nummer, kvartal in enumerate(KVARTALER)}
SIDSTE_HELE_KVARTAL = KVARTAL_NR["2025K2"]
