"""The judge: what somebody who is shown exact sums of groups can conclude of a group too small to be shown.

Every sum shown is a statement: a group of parts in a run of months. From all of them together the judge finds each
group under the limits whose dagsværk is determined (it lies in the row space of the statements, found exactly modulo a
prime far above any number that can arise) or confined (a linear program over dagsværk that are not negative). The
statements about the children of one node are judged together; what they say of a child as a whole goes on to the
child's own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from pipeline.diskretion.udenlinje import SIKKER_GANGE, SIKKER_UNDER

Dele = frozenset[int]
PRIMTAL = 2**31 - 1
KVARTALER_I_ET_VINDUE = 4
KVARTALETS_MAANEDER = 3
Tal = NDArray[np.int64]


@dataclass(frozen=True)
class Udsagn:
    """The dagsværk of some parts of the kommune from one month to another, both included."""

    dele: Dele
    fra: int
    til: int


@dataclass(frozen=True)
class Fund:
    """A group under the limits that can be told. `slags`: bestemt or indkredset."""

    udsagn: Udsagn
    slags: str


@dataclass(frozen=True)
class Kommune:
    """`boern`: of a node, each with its parts; `er_lille`: whether a group in some months is under the limits;
    `dagsvaerk` and `medarbejdere`: what it has and how many it is.
    """

    boern: Mapping[int, Mapping[int, Dele]]
    maaneder: range
    er_lille: Callable[[Udsagn], bool]
    dagsvaerk: Callable[[Udsagn], float]
    medarbejdere: Callable[[Udsagn], float]


def judge(kommune: Kommune, udsagn: Iterable[Udsagn]) -> list[Fund]:
    """Every group under the limits that can be told, the smallest first."""
    fund: list[Fund] = []
    alle = set(udsagn)
    dybe_foerst = sorted(kommune.boern, key=lambda node: len(_whole(kommune, node)))
    for node in dybe_foerst:
        alle |= set(_whole_of_children(kommune, node, alle))
    for node in reversed(dybe_foerst):
        blok = _Blok(kommune, node, alle)
        fund += blok.find()
        alle |= set(blok.told)
    return sorted(dict.fromkeys(fund), key=lambda f: (len(f.udsagn.dele), f.udsagn.fra, f.udsagn.til))


def _whole(kommune: Kommune, node: int) -> Dele:
    return Dele().union(*kommune.boern[node].values())


def _whole_of_children(kommune: Kommune, node: int, alle: set[Udsagn]) -> Iterator[Udsagn]:
    """Where every child is told, the whole is."""
    boern = [dele for dele in kommune.boern[node].values() if dele]
    vinduer = {(u.fra, u.til) for u in alle if u.dele == boern[0]} if boern else set()
    for fra, til in vinduer:
        if all(Udsagn(dele, fra, til) in alle or not kommune.medarbejdere(Udsagn(dele, fra, til)) for dele in boern):
            yield Udsagn(_whole(kommune, node), fra, til)


class _Blok:
    """The statements about the children of one node, as cells: a child in a month."""

    def __init__(self, kommune: Kommune, node: int, alle: set[Udsagn]) -> None:
        self.kommune = kommune
        self.boern = [dele for dele in kommune.boern[node].values() if dele]
        self.antal = len(kommune.maaneder)
        self.dagsvaerk = [self._ask(kommune.dagsvaerk, celle) for celle in range(len(self.boern) * self.antal)]
        self.medarbejdere = [self._ask(kommune.medarbejdere, celle) for celle in range(len(self.boern) * self.antal)]
        raekker = {tuple(celler) for u in alle if (celler := self._cells(u))}
        self.kendte = {raekke[0] for raekke in raekker if len(raekke) == 1}
        while True:
            reducerede = {tuple(c for c in raekke if c not in self.kendte) for raekke in raekker} - {()}
            nye = {raekke[0] for raekke in reducerede if len(raekke) == 1}
            if not nye:
                break
            self.kendte |= nye
        self.raekker = sorted(reducerede)
        self.told: list[Udsagn] = []

    def _ask(self, hvad: Callable[[Udsagn], float], celle: int) -> float:
        return hvad(self._cell(celle))

    def _cell(self, celle: int) -> Udsagn:
        maaned = self.kommune.maaneder.start + celle % self.antal
        return Udsagn(self.boern[celle // self.antal], maaned, maaned)

    def _cells(self, u: Udsagn) -> list[int]:
        """The cells of a statement made of whole children; those without staff are no cells."""
        nr = [i for i, dele in enumerate(self.boern) if dele <= u.dele]
        if not nr or Dele().union(*(self.boern[i] for i in nr)) != u.dele:
            return []
        start = self.kommune.maaneder.start
        celler = (i * self.antal + maaned - start for i in nr for maaned in range(u.fra, u.til + 1))
        return [celle for celle in celler if self.medarbejdere[celle]]

    def find(self) -> Iterator[Fund]:
        for raekke in self.raekker:
            yield from self._judge_row(raekke)
        kendte = (self._cell(celle) for celle in sorted(self.kendte))
        yield from (Fund(u, "bestemt") for u in kendte if self.kommune.er_lille(u))
        if not self.raekker:
            return
        kolonner = sorted({celle for raekke in self.raekker for celle in raekke})
        plads = {celle: nr for nr, celle in enumerate(kolonner)}
        matrix = np.zeros((len(self.raekker), len(kolonner)), dtype=np.int64)
        for nr, raekke in enumerate(self.raekker):
            matrix[nr, [plads[celle] for celle in raekke]] = 1
        maal = list(self._targets(kolonner))
        krav = np.zeros((len(maal), len(kolonner)), dtype=np.int64)
        for nr, (_, celler) in enumerate(maal):
            krav[nr, [plads[celle] for celle in celler]] = 1
        for (u, celler), bestemt in zip(maal, _in_row_space(matrix, krav), strict=True):
            if bestemt:
                self.told.append(u)
            if (bestemt and self.kommune.er_lille(u)) or self._is_confined(u, celler, matrix, plads):
                yield Fund(u, "bestemt" if bestemt else "indkredset")

    def _judge_row(self, raekke: tuple[int, ...]) -> Iterator[Fund]:
        """What is left of a statement when what is known is taken from it is itself told."""
        u = self._rectangle(raekke)
        if u is not None and self.kommune.er_lille(u):
            yield Fund(u, "bestemt")

    def _rectangle(self, celler: Iterable[int]) -> Udsagn | None:
        """Cells as a group in a run of months; None for cells that are not one. Months without staff do no harm."""
        pr_barn: dict[int, list[int]] = defaultdict(list)
        for celle in celler:
            pr_barn[celle // self.antal].append(celle % self.antal)
        fra, til = min(m[0] for m in pr_barn.values()), max(m[-1] for m in pr_barn.values())
        start = self.kommune.maaneder.start
        u = Udsagn(Dele().union(*(self.boern[i] for i in pr_barn)), start + fra, start + til)
        return u if sorted(self._cells(u)) == sorted(celler) else None

    def _targets(self, kolonner: list[int]) -> Iterator[tuple[Udsagn, list[int]]]:
        """Each child, and each group of a statement without one child, in months and in runs of quarters."""
        ukendte = set(kolonner)
        grupper = {self.boern[i] for i in {celle // self.antal for celle in kolonner}}
        for raekke in self.raekker:
            hele = {celle // self.antal for celle in raekke}
            grupper |= {Dele().union(*(self.boern[i] for i in hele - {ud})) for ud in hele if len(hele) > 1}
        for dele in sorted(grupper, key=sorted):
            for fra, til in self._windows():
                u = Udsagn(dele, fra, til)
                celler = self._cells(u)
                if celler and ukendte.issuperset(celler):
                    yield u, celler

    def _windows(self) -> Iterator[tuple[int, int]]:
        maaneder = self.kommune.maaneder
        yield from ((m, m) for m in maaneder)
        foerste = [m for m in maaneder if m % 3 == 0]
        for fra in foerste:
            yield from (
                (fra, fra + 3 * antal - 1)
                for antal in range(1, KVARTALER_I_ET_VINDUE + 1)
                if fra + 3 * antal - 1 in maaneder
            )

    def _is_confined(self, u: Udsagn, celler: list[int], matrix: Tal, plads: Mapping[int, int]) -> bool:
        """A month or a quarter, and only where there is as much as cannot be hidden: what can be concluded is never
        more than is true.
        """
        if u.til - u.fra >= KVARTALETS_MAANEDER:
            return False
        graense = SIKKER_UNDER * self.kommune.medarbejdere(u)
        if sum(self.dagsvaerk[celle] for celle in celler) <= graense or not self.kommune.er_lille(u):
            return False
        vaerdier = [sum(self.dagsvaerk[celle] for celle in raekke) for raekke in self.raekker]
        krav = np.zeros(matrix.shape[1])
        krav[[plads[celle] for celle in celler]] = 1
        lav = linprog(krav, A_eq=matrix, b_eq=vaerdier, method="highs")
        hoej = linprog(-krav, A_eq=matrix, b_eq=vaerdier, method="highs")
        if lav.status or hoej.status:
            return False
        return bool(lav.fun > graense and -hoej.fun < SIKKER_GANGE * lav.fun)


def _in_row_space(matrix: Tal, krav: Tal) -> list[bool]:
    """Which rows of `krav` are combinations of those of `matrix`."""
    trappe, pivoter = _reduce(matrix)
    rest = krav - _product(krav[:, pivoter], trappe)
    return [bool(raekke) for raekke in (rest % PRIMTAL == 0).all(axis=1)]


def _reduce(matrix: Tal) -> tuple[Tal, list[int]]:
    """The reduced row echelon form modulo the prime, and its pivots."""
    a = matrix % PRIMTAL
    pivoter: list[int] = []
    for kolonne in range(a.shape[1]):
        nr = len(pivoter)
        fundne = np.nonzero(a[nr:, kolonne])[0]
        if not len(fundne):
            continue
        a[[nr, nr + fundne[0]]] = a[[nr + fundne[0], nr]]
        a[nr] = a[nr] * pow(int(a[nr, kolonne]), -1, PRIMTAL) % PRIMTAL
        andre = np.nonzero(a[:, kolonne])[0]
        andre = andre[andre != nr]
        a[andre] = (a[andre] - a[andre, kolonne][:, None] * a[nr] % PRIMTAL) % PRIMTAL
        pivoter.append(kolonne)
        if len(pivoter) == a.shape[0]:
            break
    return a[: len(pivoter)], pivoter


def _product(nuller_og_ettaller: Tal, trappe: Tal) -> Tal:
    """In floating point, where sums of up to four million residues are exact."""
    produkt: Tal = (nuller_og_ettaller.astype(float) @ trappe.astype(float)).astype(np.int64)
    return produkt
