"""What rolling windows give away when they are subtracted: two a quarter apart differ by that quarter and the one a
year before, so many releases together hold each quarter between limits.

The unknowns are the dagsværk of each part in each quarter, none below zero; how many the employees are, anybody may
know. A printed figure says what the sum over a group and four quarters lies between, a printed change what the
difference of two such sums does. Figures corrected since are widened to hold today's. So today's figures fit all that
is said, what can be concluded is never more than is true, and holding cells at their true values leaves less freedom:
whoever cannot tell among the children of one node alone, cannot tell.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, vstack

from pipeline.diskretion.regler import KVARTALER_I_ET_VINDUE
from pipeline.diskretion.udenlinje import SIKKER_UNDER
from pipeline.proev.ligninger import Del, is_safe
from pipeline.proev.tabeller import DAG, Linje, list_perioder
from pipeline.tekster import status as tekster_status
from pipeline.tekster.dansk import periode_med_ord, step_back

Celle = tuple[Del, str]
Tal = NDArray[np.float64]
STOERSTE = 30
"""So many parts, those with most employees, are tried first: they usually have room enough."""
METODE = "highs-ipm"
"""With thirteen releases a quarter of the simplex method's time, and as much with one."""
UBEGRAENSET = 3
"""Linprog's status of a problem without a largest value."""


@dataclass(frozen=True)
class Kvartalstal:
    """A part in a quarter alone: days in the quarter, gns. medarbejdere, dagsværk."""

    dage: int
    medarbejdere: float
    dagsvaerk: float


@dataclass(frozen=True)
class Vindue:
    """What is printed of a group: its days per employee in the four quarters to `slut`, less those to `foer` where
    there is one, lie between `lav` and `hoej`.
    """

    dele: frozenset[Del]
    slut: str
    foer: str | None
    lav: float
    hoej: float


def list_vinduer(linjer: Iterable[Linje], kvartal: str) -> Iterator[Vindue]:
    """The figures of a release's rows and their printed changes; these are worked out before figures are rounded."""
    overskrift = {navn: hoved for navn, hoved, _ in tekster_status.BILAG_KOLONNER}
    nu, *foer = list_perioder(kvartal)
    for linje in linjer:
        for periode in (nu, *foer):
            rate = linje.tal.get(periode_med_ord(periode))
            if rate is not None:
                yield Vindue(linje.dele, periode, None, rate - DAG, rate + DAG)
        for periode, kolonne in zip(foer, ("aendring_kvartal", "aendring_aar"), strict=True):
            aendring = linje.tal.get(overskrift[kolonne])
            if aendring is not None:
                yield Vindue(linje.dele, nu, periode, aendring - DAG, aendring + DAG)


def list_quarters(slut: str) -> list[str]:
    """The quarters of the window that ends with `slut`."""
    return [step_back(slut, antal) for antal in range(KVARTALER_I_ET_VINDUE)]


@dataclass(frozen=True)
class _System:
    """Every statement as a row: `lav` <= `matrix` x <= `hoej`, x the dagsværk of each cell; `sandt` is what it is."""

    plads: Mapping[Celle, int]
    matrix: csr_matrix
    lav: Tal
    hoej: Tal
    sandt: Tal


@dataclass(frozen=True)
class Kvartaler:
    """What some releases say, and what is true. A window the database does not have all of tells nothing."""

    vinduer: Sequence[Vindue]
    tal: Mapping[Celle, Kvartalstal]

    @cached_property
    def _dage(self) -> dict[str, int]:
        return {kvartal: tal.dage for (_, kvartal), tal in self.tal.items()}

    @cached_property
    def _system(self) -> _System:
        plads = {celle: nr for nr, celle in enumerate(self.tal)}
        vinduer = [vindue for vindue in dict.fromkeys(self.vinduer) if self._is_covered(vindue)]
        led = [self._terms(vindue) for vindue in vinduer]
        matrix = csr_matrix(
            (
                [vaegt for egne in led for _, vaegt in egne],
                (
                    [nr for nr, egne in enumerate(led) for _ in egne],
                    [plads[celle] for egne in led for celle, _ in egne],
                ),
            ),
            shape=(len(led), len(plads)),
        )
        sandt = np.array([tal.dagsvaerk for tal in self.tal.values()])
        antal = np.array([self._size(vindue.dele, vindue.slut) for vindue in vinduer])
        lav, hoej = np.array([vindue.lav for vindue in vinduer]), np.array([vindue.hoej for vindue in vinduer])
        idag = matrix @ sandt
        return _System(plads, matrix, np.minimum(lav * antal, idag), np.maximum(hoej * antal, idag), sandt)

    def _is_covered(self, vindue: Vindue) -> bool:
        return all(
            all(kvartal in self._dage for kvartal in list_quarters(slut)) and self._size(vindue.dele, slut) > 0
            for slut in (vindue.slut, vindue.foer)
            if slut is not None
        )

    def _size(self, dele: frozenset[Del], slut: str) -> float:
        """Gns. medarbejdere over the window."""
        kvartaler = list_quarters(slut)
        egne = (self.tal[del_, k] for k in kvartaler for del_ in dele if (del_, k) in self.tal)
        return sum(tal.medarbejdere * tal.dage for tal in egne) / sum(self._dage[k] for k in kvartaler)

    def _terms(self, vindue: Vindue) -> list[tuple[Celle, float]]:
        """Cells and how much of each, times the employees of the newest window: in dagsværk."""
        antal = self._size(vindue.dele, vindue.slut)
        led: dict[Celle, float] = {}
        for slut, fortegn in ((vindue.slut, 1.0), (vindue.foer, -1.0)):
            if slut is not None:
                vaegt = fortegn * antal / self._size(vindue.dele, slut)
                for celle in ((del_, k) for k in list_quarters(slut) for del_ in vindue.dele):
                    if celle in self.tal:
                        led[celle] = led.get(celle, 0.0) + vaegt
        return list(led.items())

    def find_range(
        self, dele: frozenset[Del], kvartal: str, frie: frozenset[Del], *, nok: float = -1.0
    ) -> tuple[float, float]:
        """Smallest and largest dagsværk per medarbejder of `dele` in the quarter, when the parts outside `frie` are as
        they are. The largest is not looked for where the smallest is at most `nok`.
        """
        system = self._system
        kolonner = [nr for celle, nr in system.plads.items() if celle[0] in frie]
        egne = {system.plads[del_, kvartal] for del_ in dele if (del_, kvartal) in self.tal}
        medarbejdere = sum(self.tal[del_, kvartal].medarbejdere for del_ in dele if (del_, kvartal) in self.tal)
        krav = np.array([float(nr in egne) for nr in kolonner])
        matrix = system.matrix[:, kolonner]
        roerte = np.flatnonzero(np.diff(matrix.indptr))
        matrix = matrix[roerte]
        fast = (system.matrix[roerte] @ system.sandt) - matrix @ system.sandt[kolonner]
        ulig = vstack([matrix, -matrix])
        graenser = np.concatenate([system.hoej[roerte] - fast, fast - system.lav[roerte]])

        def solve(fortegn: int) -> float:
            svar = linprog(fortegn * krav, A_ub=ulig, b_ub=graenser, method=METODE)
            if svar.status == UBEGRAENSET:
                return float("inf")
            if svar.status:  # today's figures fit: the solver has failed, and the group is taken to be told
                return float(krav @ system.sandt[kolonner]) / medarbejdere
            return fortegn * float(svar.fun) / medarbejdere

        mindst = solve(1)
        return mindst, float("inf") if mindst <= nok else solve(-1)

    @cached_property
    def _ens(self) -> dict[tuple[str, bytes], frozenset[Del]]:
        """The parts of which the statements say the same in a quarter."""
        ens = defaultdict[tuple[str, bytes], set[Del]](set)
        for (del_, kvartal), soejle in self._soejler.items():
            ens[kvartal, soejle].add(del_)
        return {noegle: frozenset(dele) for noegle, dele in ens.items()}

    @cached_property
    def _soejler(self) -> dict[Celle, bytes]:
        """What the statements say of each cell: two alike stand in the same ones with the same weight."""
        matrix = self._system.matrix.tocsc()
        graenser = matrix.indptr
        return {
            celle: matrix.indices[graenser[nr] : graenser[nr + 1]].tobytes()
            + matrix.data[graenser[nr] : graenser[nr + 1]].tobytes()
            for celle, nr in self._system.plads.items()
        }

    def has_twin(self, dele: frozenset[Del], kvartal: str, kendte: frozenset[Del]) -> bool:
        """Whether all the dagsværk of the group in the quarter may be that of others nobody knows."""
        egne = {self._soejler[del_, kvartal] for del_ in dele if (del_, kvartal) in self.tal}
        return all(self._ens[kvartal, soejle] - dele - kendte for soejle in egne)

    def is_hidden(self, dele: frozenset[Del], kvartal: str, naere: frozenset[Del], kendte: frozenset[Del]) -> bool:
        """Whether what is unknown among `naere`, the parts beside it and its own, is enough to hide the group in."""
        ukendte = naere - dele - kendte
        frie = frozenset(sorted(ukendte, key=lambda del_: -self._staff(del_, kvartal))[:STOERSTE])
        return any(
            is_safe(*self.find_range(dele, kvartal, egne | dele, nok=SIKKER_UNDER))
            for egne in dict.fromkeys((frie, ukendte))
        )

    def _staff(self, del_: Del, kvartal: str) -> float:
        return self.tal[del_, kvartal].medarbejdere if (del_, kvartal) in self.tal else 0.0

    def tells(
        self, dele: frozenset[Del], kvartal: str, naere: frozenset[Del], kendte: frozenset[Del]
    ) -> tuple[float, float] | None:
        """What can be concluded of the group in the quarter, if too much. `kendte`: other parts somebody knows."""
        if self.is_hidden(dele, kvartal, naere, kendte):
            return None
        alle = frozenset(del_ for del_, _ in self.tal)
        spaend = self.find_range(dele, kvartal, alle - kendte, nok=SIKKER_UNDER)
        return None if is_safe(*spaend) else spaend
