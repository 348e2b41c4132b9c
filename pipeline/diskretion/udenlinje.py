""" "Fælles" and closed units of the kommune and the områder: in the whole, without a line of their own.

An afdeling has one figure, one name and one måltal everywhere; so the few placed on the kommune itself or on a område
are not put together with it. Without a line they can be subtracted from the whole, but only to within the rounding of
the figures beside them. Where that is too little to hide them in, they are pooled.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pipeline.diskretion.regler import DOMINANS, INTET, UDE, Barn, Gruppe, Vindue, is_closed, is_shown, passes, pool

SIKKER_UNDER, SIKKER_GANGE = 5, 3
"""What may be concluded of a group: that it has at most so many days per employee, or nothing better than a largest
value so many times the smallest.
"""
E8 = 10**8
AFRUNDING = Fraction(1, 20)
"""Half the last digit of a figure in days."""
Maanedstal = Mapping[tuple[int, int], tuple[int, int]]
"""By child and month: employed days, and dagsværk in hundred millionths (e8)."""
Spaend = tuple[Fraction, Fraction]
Trykt = tuple[int, int]
"""Least and most dagsværk of a printed figure, in parts of a day: half the last digit by the days of the window."""
TYVENDEDELE = AFRUNDING.denominator


@dataclass(frozen=True)
class Kvartal:
    """A rolling window that may be published, and its months."""

    vindue: Vindue
    fra: int
    til: int


def publish(boern: Sequence[Barn], inde: Sequence[Gruppe], nu: Vindue, vinduer: Sequence[Vindue]) -> tuple[Gruppe, ...]:
    """The groups outside: each child by itself and the rest without a line where that is safe in every window, else
    groups of the inside put together.
    """
    if any(barn.har_egen_regel for barn in boern):
        linjer = tuple(Gruppe((barn,)) for barn in boern if not _goes_without(barn, nu))
        uden = Gruppe(tuple(barn for barn in boern if _goes_without(barn, nu)), er_uden_linje=True)
        if (
            uden.medlemmer
            and linjer
            and all(is_shown(gruppe, nu, UDE) for gruppe in linjer)
            and all(is_hidden(uden, linjer, inde, vindue) for vindue in vinduer)
        ):
            return (*linjer, uden)
    return pool(inde, nu, UDE)


def _goes_without(barn: Barn, nu: Vindue) -> bool:
    gruppe = Gruppe((barn,))
    return is_closed(gruppe, nu) or (barn.er_faelles and not passes(gruppe.tal(nu), nu, UDE))


def is_hidden(uden: Gruppe, linjer: Sequence[Gruppe], inde: Sequence[Gruppe], vindue: Vindue) -> bool:
    """Whether nobody concludes too much of those without a line: not somebody who knows one child, nor the chef of the
    whole, to whom the groups inside are known.
    """
    tal = uden.tal(vindue)
    if passes(tal, vindue, UDE):
        return True
    antal = Fraction(uden.size(vindue), vindue.dage)
    return all(is_safe_range(lav, hoej, antal) for lav, hoej in _ranges(uden, linjer, inde, vindue))


def is_safe_range(lav: Fraction, hoej: Fraction, antal: Fraction) -> bool:
    """Whether so many employees may be known to have between so much and so much dagsværk together."""
    mindst = max(lav, Fraction(0)) / antal
    return mindst <= SIKKER_UNDER or hoej >= SIKKER_GANGE * lav


def _ranges(uden: Gruppe, linjer: Sequence[Gruppe], inde: Sequence[Gruppe], vindue: Vindue) -> Iterator[Spaend]:
    """Smallest and largest dagsværk of those without a line: the whole less its parts, each within its rounding."""
    viste = [printed(gruppe, vindue) for gruppe in linjer]
    hele = printed(Gruppe((*uden.medlemmer, *(barn for g in linjer for barn in g.medlemmer))), vindue)
    lav, hoej = hele[0] - sum(v[1] for v in viste), hele[1] - sum(v[0] for v in viste)
    yield lav, hoej
    for gruppe, vist in zip(linjer, viste, strict=True):
        kendt = _dagsvaerk(gruppe, vindue)
        yield lav + vist[1] - kendt, hoej + vist[0] - kendt
    egne = [gruppe for gruppe in inde if set(gruppe.medlemmer) & set(uden.medlemmer)]
    samlet = Gruppe(tuple(barn for gruppe in egne for barn in gruppe.medlemmer))
    andre = [printed(Gruppe((barn,)), vindue) for barn in samlet.medlemmer if barn not in uden.medlemmer]
    if andre:
        kendt = _dagsvaerk(samlet, vindue)
        yield kendt - sum(v[1] for v in andre), kendt - sum(v[0] for v in andre)


def _dagsvaerk(gruppe: Gruppe, vindue: Vindue) -> Fraction:
    return Fraction(_dagsvaerk_e8(gruppe, vindue), E8)


def _dagsvaerk_e8(gruppe: Gruppe, vindue: Vindue) -> int:
    return sum(barn.tal.get(vindue.nr, INTET).dagsvaerk_e8 for barn in gruppe.medlemmer)


def printed(gruppe: Gruppe, vindue: Vindue) -> Spaend:
    """The dagsværk a printed figure and a known number of employees leave room for."""
    return add_printed([print_days(gruppe, vindue)], vindue)


def print_days(gruppe: Gruppe, vindue: Vindue) -> Trykt:
    """The same of a group as whole numbers, which `add_printed` adds up."""
    dage = gruppe.size(vindue)
    if dage == 0:
        return 0, 0
    tyvendedele = 2 * ((TYVENDEDELE * _dagsvaerk_e8(gruppe, vindue) * vindue.dage + dage * E8) // (2 * dage * E8))
    return (tyvendedele - 1) * dage, (tyvendedele + 1) * dage


def add_printed(trykte: Iterable[Trykt], vindue: Vindue) -> Spaend:
    lav, hoej = map(sum, zip(*trykte, strict=True))
    return Fraction(lav, TYVENDEDELE * vindue.dage), Fraction(hoej, TYVENDEDELE * vindue.dage)


def find_told(boern: Sequence[Barn], vinduer: Sequence[Vindue]) -> frozenset[int]:
    """The windows in which a node's rounded figure tells whoever knows one of its children too much of the others."""
    kendere = [barn for barn in boern if not barn.er_faelles]
    return frozenset(vindue.nr for vindue in vinduer if any(_tells_of_others(b, boern, vindue) for b in kendere))


def _tells_of_others(barn: Barn, boern: Sequence[Barn], vindue: Vindue) -> bool:
    egen, hele = Gruppe((barn,)), Gruppe(tuple(boern))
    andre = Gruppe(tuple(andet for andet in boern if andet is not barn))
    if andre.size(vindue) == 0 or _is_large(andre, vindue):
        return False
    kendt = _dagsvaerk(egen, vindue)
    lav, hoej = (vist - kendt for vist in printed(hele, vindue))
    return not is_safe_range(lav, hoej, Fraction(andre.size(vindue), vindue.dage)) and not passes(
        andre.tal(vindue), vindue, UDE
    )


def _is_large(gruppe: Gruppe, vindue: Vindue) -> bool:
    """Enough employees, and more dagsværk than two who are sick every day have nearly all of: told without adding up
    who is known apart.
    """
    del_, hele = DOMINANS
    mest = 2 * vindue.dage * E8 * hele
    return gruppe.size(vindue) >= UDE.medarbejdere * vindue.dage and _dagsvaerk_e8(gruppe, vindue) * del_ >= mest
