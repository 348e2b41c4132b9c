"""The evaluator: every figure of the minutes, recomputed from the finished records and spans.

A second, day-by-day reading of the definitions (docs/metode.md), independent of the pipeline and
of the drawing's own sums.
Korn of `Dagsvaerk`: employee × day with illness.
"""

from dataclasses import dataclass

import numpy as np

from generator import kalender, organisation
from generator.befolkning import UDEN, Befolkning
from generator.raekker import SYGE, Raekke, find_dagsvaerk

LANG_DAGE = 30
FRISK_DAGE = 5.0


@dataclass
class Dagsvaerk:
    """Parallel arrays: place of the employee, day, dagsværk, and the first and last day of the sygeforløb."""

    plads: np.ndarray
    dag: np.ndarray
    vaerdi: np.ndarray
    forloeb_start: np.ndarray
    forloeb_slut: np.ndarray


def find_forloeb(raekker: list[Raekke]) -> list[tuple[int, int]]:
    """First and last day of each record's sygeforløb: it goes on when a record begins by the next working day."""
    orden = sorted(range(len(raekker)), key=lambda i: (raekker[i].nummer, raekker[i].foerste, raekker[i].sidste))
    graenser: list[list[int]] = []
    tilhoer = [0] * len(raekker)
    nummer = None
    for i in orden:
        raekke = raekker[i]
        if graenser and nummer == raekke.nummer:
            naeste = kalender.to_arbejdsdag(graenser[-1][1] + 1)
        if not graenser or nummer != raekke.nummer or raekke.foerste > naeste:
            graenser.append([raekke.foerste, raekke.sidste])
        graenser[-1][1] = max(graenser[-1][1], raekke.sidste)
        nummer, tilhoer[i] = raekke.nummer, len(graenser) - 1
    return [tuple(graenser[i]) for i in tilhoer]


def spread_dagsvaerk(raekker: list[Raekke], befolkning: Befolkning) -> Dagsvaerk:
    """Sick records day by day; evenly over working days, or over all days when none is a working day."""
    syge = [r for r in raekker if r.art in SYGE and r.nummer in befolkning.plads and r.foerste <= kalender.UDTRAEK]
    pladser, alle_dage, vaerdier = [], [], []
    forloeb = find_forloeb(syge)
    for raekke in syge:
        dage = np.arange(raekke.foerste, raekke.sidste + 1)
        arbejdsdage = dage[kalender.ER_ARBEJDSDAG[dage]]
        dage = arbejdsdage if len(arbejdsdage) else dage
        plads = befolkning.plads[raekke.nummer]
        ansat = np.flatnonzero(befolkning.ansat[plads, raekke.foerste : raekke.sidste + 1])
        grad = befolkning.grad[plads, raekke.foerste + ansat[0]] if len(ansat) else 1.0
        dagsvaerk = round(find_dagsvaerk(raekke, grad), 8)
        pladser.append(plads)
        alle_dage.append(dage)
        vaerdier.append(dagsvaerk / len(dage))
    antal = [len(dage) for dage in alle_dage]
    starter, slutter = np.array(forloeb).T
    dele = [
        np.concatenate(alle_dage) if k is None else np.repeat(k, antal)
        for k in (pladser, None, vaerdier, starter, slutter)
    ]
    inden = dele[1] <= kalender.UDTRAEK
    return Dagsvaerk(*(del_[inden] for del_ in dele))


@dataclass
class Tal:
    """One node and one quarter end."""

    dagsvaerk: float
    lange: float
    medarbejdere: float
    basis: int
    friske: int

    @property
    def sygedage(self) -> float:
        return self.dagsvaerk / self.medarbejdere if self.medarbejdere else float("nan")

    @property
    def langtidsandel(self) -> float:
        return 100 * self.lange / self.dagsvaerk if self.dagsvaerk else float("nan")

    @property
    def friskandel(self) -> float:
        return 100 * self.friske / self.basis if self.basis else float("nan")


class Opgoerelse:
    """Answers for any node and quarter end."""

    def __init__(self, raekker: list[Raekke], befolkning: Befolkning):
        self.befolkning = befolkning
        self.alle = spread_dagsvaerk(raekker, befolkning)
        self.enhed = befolkning.enhed[self.alle.plads, self.alle.dag]

    def _in_node(self, enheder: np.ndarray, node: int) -> np.ndarray:
        """Which enhed numbers lie in the node's subtree."""
        numre = np.array([n for n in organisation.ALLE if node in organisation.list_stamme(n)])
        return np.isin(enheder, numre)

    def measure(self, node: int, kvartal: str) -> Tal:
        """The rolling year ending with the quarter."""
        nummer = kalender.KVARTAL_NR[kvartal]
        fra, til = kalender.KVARTALER[nummer - 3].foerste, kalender.KVARTALER[nummer].sidste
        alle = self.alle
        med = (alle.dag >= fra) & (alle.dag <= til) & self._in_node(self.enhed, node)
        lang = np.minimum(alle.forloeb_slut, til) - alle.forloeb_start + 1 >= LANG_DAGE
        ansat = self._in_node(self.befolkning.enhed[:, fra : til + 1], node).sum()
        basis, friske = self._count_friske(node, nummer)
        return Tal(alle.vaerdi[med].sum(), alle.vaerdi[med & lang].sum(), ansat / (til - fra + 1), basis, friske)

    def _count_friske(self, node: int, nummer: int) -> tuple[int, int]:
        """Basis and langtidsfriske; 0 before two whole years are covered."""
        if nummer < 7:
            return 0, 0
        midte, til = kalender.KVARTALER[nummer - 3].foerste, kalender.KVARTALER[nummer].sidste
        fra = kalender.KVARTALER[nummer - 7].foerste
        i_basis = (self.befolkning.enhed[:, fra : til + 1] != UDEN).all(axis=1)
        i_basis &= self._in_node(self.befolkning.enhed[:, til], node)
        rask = i_basis.copy()
        for start, slut in ((fra, midte - 1), (midte, til)):
            sum_ = self.sum_pr_person(start, slut)
            rask &= np.round(sum_, 6) < FRISK_DAGE
        return int(i_basis.sum()), int(rask.sum())

    def sum_pr_person(self, fra: int, til: int) -> np.ndarray:
        """Dagsværk of every employee from day to day, inside the population only."""
        alle = self.alle
        med = (alle.dag >= fra) & (alle.dag <= til) & (self.enhed != UDEN)
        return np.bincount(alle.plads[med], weights=alle.vaerdi[med], minlength=len(self.befolkning.enhed))
