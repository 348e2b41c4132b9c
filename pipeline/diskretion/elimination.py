"""Gauss–Jordan elimination in whole numbers and fractions: it neither misses a combination nor invents one."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

Raekke = dict[int, Fraction | int]
"""Coefficients by atom."""


def eliminate(raekker: Iterable[Raekke]) -> dict[int, Raekke]:
    """The reduced row echelon form, each row by its pivot, whose coefficient is 1."""
    trappe: dict[int, Raekke] = {}
    steder: dict[int, set[int]] = defaultdict(set)  # the pivots in whose rows an atom is
    for raekke in sorted(raekker, key=len):
        rest = dict(raekke)
        for atom in [atom for atom in rest if atom in trappe]:
            subtract(rest, trappe[atom], rest[atom])
        if not rest:
            continue
        pivot = min(rest, key=lambda atom: (abs(rest[atom]) != 1, len(steder[atom]), atom))
        if rest[pivot] != 1:
            rest = {atom: Fraction(tal) / rest[pivot] for atom, tal in rest.items()}
        for anden in list(steder[pivot]):
            foer = set(trappe[anden])
            subtract(trappe[anden], rest, trappe[anden][pivot])
            for atom in foer ^ set(trappe[anden]):
                (steder[atom].discard if atom in foer else steder[atom].add)(anden)
        trappe[pivot] = rest
        for atom in rest:
            steder[atom].add(pivot)
    return trappe


def subtract(fra: Raekke, raekke: Raekke, gange: Fraction | int) -> None:
    for atom, tal in raekke.items():
        rest = fra.get(atom, 0) - gange * tal
        if rest:
            fra[atom] = rest
        else:
            fra.pop(atom, None)
