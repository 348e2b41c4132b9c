"""Sums of cells that are known, and what follows of other sets of cells: exactly, and within which range.

A cell is what a part of the kommune has in a month; a set of cells is the bits of an integer. Every step keeps what can
be concluded: rows are only subtracted from each other, and cells no row tells apart are put together as one unknown
(an atom). A set is determined when its indicator is a combination of the rows. That is found by elimination in whole
numbers and fractions, which neither misses one nor invents one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import coo_matrix, csr_matrix, vstack
from scipy.sparse.csgraph import connected_components

from pipeline.diskretion.elimination import Raekke, eliminate, subtract

Celler = int
Heltal = NDArray[np.int64]
Atomer = tuple[int, ...]


@dataclass(frozen=True)
class Interval:
    """What some sums of cells, each times a number, lie between when they are added up."""

    led: tuple[tuple[Celler, float], ...]
    lav: float
    hoej: float

    @property
    def celler(self) -> Celler:
        return union(celler for celler, _ in self.led)


@dataclass(frozen=True, eq=False)
class System:
    """Rows that hang together, and sums known within a range only."""

    raekker: tuple[Celler, ...]
    intervaller: tuple[Interval, ...] = ()

    @cached_property
    def celler(self) -> Celler:
        return union(self._maengder)

    @cached_property
    def _maengder(self) -> list[Celler]:
        return [*self.raekker, *(celler for interval in self.intervaller for celler, _ in interval.led)]

    @cached_property
    def _alle(self) -> tuple[list[Heltal], Heltal, Heltal]:
        """Where the cells of every row are; every cell; and which atom it belongs to."""
        raekker = [places(celler) for celler in self._maengder]
        if len(raekker) == 1:
            return raekker, raekker[0], np.zeros(len(raekker[0]), dtype=np.int64)
        steder = places(self.celler)
        er_i = np.zeros((len(steder), len(raekker)), dtype=bool)
        for nr, egne in enumerate(raekker):
            er_i[np.searchsorted(steder, egne), nr] = True
        pakket = np.ascontiguousarray(np.packbits(er_i, axis=1))
        _, atom = np.unique(pakket.view(f"V{pakket.shape[1]}").ravel(), return_inverse=True)
        return raekker, steder, atom

    @cached_property
    def atomer(self) -> list[Heltal]:
        """The cells of each atom."""
        raekker, steder, atom = self._alle
        if len(raekker) == 1:
            return raekker
        orden = np.argsort(atom, kind="stable")
        return np.split(steder[orden], np.cumsum(np.bincount(atom))[:-1])

    @cached_property
    def raekkernes(self) -> list[Atomer]:
        """The atoms of each row, then of each sum of a range."""
        raekker, steder, atom = self._alle
        if len(raekker) == 1:
            return [(0,)]
        return [tuple(np.unique(atom[np.searchsorted(steder, egne)]).tolist()) for egne in raekker]

    @cached_property
    def trappe(self) -> dict[int, Raekke]:
        """The reduced row echelon form, by pivot."""
        return eliminate(dict.fromkeys(egne, 1) for egne in self.raekkernes[: len(self.raekker)])

    def is_determined(self, atomer: Iterable[int]) -> bool:
        rest: Raekke = dict.fromkeys(atomer, 1)
        for atom in [atom for atom in rest if atom in self.trappe]:
            subtract(rest, self.trappe[atom], 1)
        return not rest

    def list_determined(self) -> Iterator[Atomer]:
        """The rows, and sets of atoms the elimination shows to be determined."""
        yield from self.raekkernes[: len(self.raekker)]
        for raekke in self.trappe.values():
            if set(raekke.values()) == {1}:
                yield tuple(sorted(raekke))

    def solve(self, sande: NDArray[np.float64], maal: Sequence[int], fortegn: int) -> NDArray[np.float64] | None:
        """Atoms that fit all that is known and give the smallest sum of `maal` (with -1 the largest); None when the
        solver gives up. `sande`: what the atoms are.
        """
        krav = np.zeros(len(self.atomer))
        np.add.at(krav, list(maal), fortegn)
        alle = _matrix(self.raekkernes, len(self.atomer))
        lige = alle[: len(self.raekker)]
        om = self._factors() @ alle[len(self.raekker) :]
        graenser = [i.hoej for i in self.intervaller] + [-i.lav for i in self.intervaller]
        svar = linprog(
            krav,
            A_eq=lige if self.raekker else None,
            b_eq=lige @ sande if self.raekker else None,
            A_ub=vstack([om, -om], format="csr") if graenser else None,
            b_ub=graenser or None,
            method="highs",
        )
        return np.asarray(svar.x) if svar.status == 0 else None

    def _factors(self) -> "csr_matrix":
        """What each sum of a range is times by."""
        hvis = np.repeat(np.arange(len(self.intervaller)), [len(i.led) for i in self.intervaller])
        gange = [gange for interval in self.intervaller for _, gange in interval.led]
        return csr_matrix((gange, (hvis, np.arange(len(gange)))), shape=(len(self.intervaller), len(gange)))


def _matrix(raekker: Sequence[Atomer], antal: int) -> "csr_matrix":
    kolonner = [atom for raekke in raekker for atom in raekke]
    ender = np.cumsum([0, *(len(raekke) for raekke in raekker)])
    return csr_matrix((np.ones(len(kolonner)), kolonner, ender), shape=(len(raekker), antal))


def union(maengder: Iterable[Celler]) -> Celler:
    alle = 0
    for celler in maengder:
        alle |= celler
    return alle


def places(celler: Celler) -> Heltal:
    """The numbers of the cells of a set."""
    bytes_ = celler.to_bytes((celler.bit_length() + 7) // 8, "little")
    return np.flatnonzero(np.unpackbits(np.frombuffer(bytes_, dtype=np.uint8), bitorder="little"))


def from_places(steder: Heltal) -> Celler:
    """The set of the cells with those numbers."""
    bits = np.zeros(int(steder.max(initial=-1)) + 1, dtype=np.uint8)
    bits[steder] = 1
    return int.from_bytes(np.packbits(bits, bitorder="little").tobytes(), "little")


def list_systems(raekker: Iterable[Celler], intervaller: Sequence[Interval] = ()) -> Iterator[System]:
    """The rows, less what they contain of each other, and the ranges, as systems that have no cell in common."""
    korte = _shorten(raekker)
    alle = [*korte, *(interval.celler for interval in intervaller)]
    grupper: dict[int, tuple[list[Celler], list[Interval]]] = defaultdict(lambda: ([], []))
    for nr, gruppe in enumerate(_connect([places(celler) for celler in alle])):
        if nr < len(korte):
            grupper[gruppe][0].append(alle[nr])
        else:
            grupper[gruppe][1].append(intervaller[nr - len(korte)])
    yield from (System(tuple(egne), tuple(om)) for egne, om in grupper.values())


def _connect(raekker: Sequence[Heltal]) -> list[int]:
    """A number for each row, the same for rows that hang together by cells."""
    if not raekker:
        return []
    hvis = np.repeat(np.arange(len(raekker)), [len(egne) for egne in raekker])
    celler = np.concatenate(raekker)
    antal = len(raekker) + int(celler.max()) + 1
    graf = coo_matrix((np.ones(len(hvis)), (hvis, celler + len(raekker))), shape=(antal, antal))
    return list(connected_components(graf, directed=False)[1][: len(raekker)].tolist())


def _shorten(raekker: Iterable[Celler]) -> list[Celler]:
    """From each row those within it are taken, the largest first, till nothing changes."""
    nu = {raekke for raekke in raekker if raekke}
    while True:
        kendte: dict[Celler, list[Celler]] = defaultdict(list)
        blevne: set[Celler] = set()
        for raekke in sorted(nu, key=lambda r: (r.bit_count(), r)):
            rest = _without(raekke, kendte)
            if rest and rest not in blevne:
                blevne.add(rest)
                kendte[rest & -rest].append(rest)
        if blevne == nu:
            return sorted(blevne, key=lambda r: (r.bit_count(), r))
        nu = blevne


def _without(raekke: Celler, kendte: dict[Celler, list[Celler]]) -> Celler:
    """What is left of a row when known sets within it are taken out. A set within it begins at a cell of it."""
    rest = tilbage = raekke
    while tilbage:
        foerste = tilbage & -tilbage
        for anden in reversed(kendte.get(foerste, ())):
            if anden & rest == anden:
                rest ^= anden
                tilbage &= ~anden
                break
        tilbage &= ~foerste
    return rest


def as_atoms(maal: Sequence[int], antal: int) -> Iterator[Atomer]:
    """The atoms of each, from the bits of whole numbers."""
    bredde = (antal + 7) // 8
    pakket = np.frombuffer(b"".join(egne.to_bytes(bredde, "little") for egne in maal), dtype=np.uint8)
    hvis, atom = np.nonzero(np.unpackbits(pakket.reshape(-1, bredde), axis=1, bitorder="little"))
    ender = np.cumsum(np.bincount(hvis, minlength=len(maal))).tolist()
    alle = atom.tolist()
    yield from (tuple(alle[fra:til]) for fra, til in zip([0, *ender], ender, strict=False))


def distinct(linjer: NDArray[np.bool_]) -> set[int]:
    """The lines as bits of whole numbers."""
    pakkede = np.packbits(linjer, axis=1, bitorder="little")
    return {int.from_bytes(linje.tobytes(), "little") for linje in pakkede}


def within(atomernes: Sequence[Heltal], maengder: Sequence[Iterable[int]], antal: int) -> NDArray[np.bool_]:
    """Which atoms lie wholly in each of some sets of parts, or of months."""
    er_i = np.zeros((len(maengder), antal), dtype=bool)
    for nr, egne in enumerate(maengder):
        er_i[nr, list(egne)] = True
    atom = np.zeros((antal, len(atomernes)), dtype=np.float32)
    for nr, steder in enumerate(atomernes):
        atom[steder, nr] = 1
    return np.asarray(~er_i @ atom == 0)
