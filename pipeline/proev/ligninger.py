"""What can be concluded from printed figures: statements about groups as linear inequalities, and the smallest and
largest dagsværk per medarbejder a part may then have.

Of each part nobody knows more than that its medarbejdere N, its dagsværk D and its long dagsværk L are not negative and
L is at most D. A printed rate r of a group says (r - h) N <= D <= (r + h) N, h half its last digit; a printed headcount
says what N lies between; what somebody knows of her own units says what N, D and L are. The range of D / N is found by
linear programming after Charnes and Cooper (1962): everything is scaled so that the part in question has N = 1.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from pipeline.diskretion.udenlinje import SIKKER_GANGE, SIKKER_UNDER

Del = int
MAAL = ("dagsvaerk", "korttid", "langtid")


@dataclass(frozen=True)
class Udsagn:
    """What is printed of a group: `maal` of it lies between `lav` and `hoej`. For MAAL per medarbejder, for
    `langtidsandel` per dagsværk, for `medarbejdere` as a number.
    """

    dele: frozenset[Del]
    maal: str
    lav: float
    hoej: float


@dataclass(frozen=True)
class Kendt:
    """What somebody knows of a part: everything."""

    medarbejdere: float
    dagsvaerk: float
    langtid: float


@dataclass
class _Linjer:
    """A x <= b t: the rows of a matrix in three lists, and b."""

    raekke: list[int] = field(default_factory=list)
    kolonne: list[int] = field(default_factory=list)
    vaerdi: list[float] = field(default_factory=list)
    antal: int = 0

    def add(self, led: Iterable[tuple[int, float]]) -> None:
        for kolonne, vaerdi in led:
            self.raekke.append(self.antal)
            self.kolonne.append(kolonne)
            self.vaerdi.append(vaerdi)
        self.antal += 1


def is_safe(lav: float, hoej: float) -> bool:
    """Whether somebody may conclude that a group has between `lav` and `hoej` dagsværk per medarbejder."""
    return lav <= SIKKER_UNDER or hoej >= SIKKER_GANGE * lav


class Modstrid(Exception):
    """No figures fit all the statements."""


Moenster = Mapping[Del, frozenset[int]]


def find_moenster(grupper: Iterable[frozenset[Del]]) -> Moenster:
    """Which of the groups each part is in."""
    moenster: dict[Del, frozenset[int]] = {}
    for nr, gruppe in enumerate(sorted(set(grupper), key=sorted)):
        for del_ in gruppe:
            moenster[del_] = moenster.get(del_, frozenset()) | {nr}
    return moenster


def has_twin(maalet: frozenset[Del], moenster: Moenster, kendte: Mapping[Del, Kendt]) -> bool:
    """Whether another part, of which nothing is known, stands in the same statements as every part of `maalet`: all of
    the dagsværk may then be the other's, and `maalet` may have none. The statements must fit together.
    """
    egne = {moenster.get(del_, frozenset()) for del_ in maalet}
    andre = {m for del_, m in moenster.items() if m in egne and del_ not in maalet and del_ not in kendte}
    return egne <= andre


def find_range(
    maalet: frozenset[Del],
    udsagn: Sequence[Udsagn],
    kendte: Mapping[Del, Kendt] | None = None,
    *,
    nok: float = -1.0,
) -> tuple[float, float]:
    """Smallest and largest dagsværk per medarbejder `maalet` may have; infinite where nothing holds it. The largest is
    not looked for where the smallest is at most `nok`.

    Errors: `Modstrid`.
    """
    kendte = kendte or {}
    udsagn, maalet, kendte = _merge_alike(maalet, udsagn, kendte)
    dele = sorted(maalet.union(*(u.dele for u in udsagn)))
    plads = {del_: 3 * nr for nr, del_ in enumerate(dele)}
    skala = 3 * len(dele)
    ulig = _inequalities(udsagn, plads, skala)
    lig = _equalities(maalet, kendte, plads, skala)
    krav = np.zeros(skala + 1)
    for del_ in maalet:
        krav[plads[del_] + 1] = 1
    b_lig = np.zeros(lig.antal)
    b_lig[0] = 1

    def solve(fortegn: int) -> float:
        svar = linprog(
            fortegn * krav,
            A_ub=_matrix(ulig, skala + 1),
            b_ub=np.zeros(ulig.antal),
            A_eq=_matrix(lig, skala + 1),
            b_eq=b_lig,
            method="highs",
        )
        if svar.status == 2:
            raise Modstrid
        return fortegn * float(svar.fun) if svar.status == 0 else float("inf")

    mindst = solve(1)
    return mindst, float("inf") if mindst <= nok else solve(-1)


def is_possible(udsagn: Sequence[Udsagn]) -> bool:
    """Whether any figures fit all the statements."""
    hele = frozenset[Del]().union(*(u.dele for u in udsagn))
    try:
        return not hele or bool(find_range(hele, udsagn, nok=float("inf")))
    except Modstrid:
        return False


def _merge_alike(
    maalet: frozenset[Del], udsagn: Sequence[Udsagn], kendte: Mapping[Del, Kendt]
) -> tuple[list[Udsagn], frozenset[Del], Mapping[Del, Kendt]]:
    """Parts every statement treats alike, and of which nothing is known, are one part: nothing is lost by it."""
    grupper = {u.dele for u in udsagn} | {maalet}
    foerste: dict[tuple[object, ...], Del] = {}
    ny = {
        del_: foerste.setdefault((numre, del_ if del_ in kendte else None), del_)
        for del_, numre in sorted(find_moenster(grupper).items())
    }

    def merged(dele: frozenset[Del]) -> frozenset[Del]:
        return frozenset(ny[del_] for del_ in dele)

    samlet = {gruppe: merged(gruppe) for gruppe in grupper}
    nye = [Udsagn(samlet[u.dele], u.maal, u.lav, u.hoej) for u in udsagn]
    return nye, samlet[maalet], {del_: kendt for del_, kendt in kendte.items() if del_ in ny}


def _inequalities(udsagn: Sequence[Udsagn], plads: Mapping[Del, int], skala: int) -> _Linjer:
    linjer = _Linjer()
    for u in udsagn:
        n, d, lang = ([plads[del_] + nr for del_ in u.dele] for nr in range(3))
        taeller: list[tuple[int, float]]
        if u.maal == "medarbejdere":
            taeller, naevner = [(k, 1.0) for k in n], [skala]
        elif u.maal == "langtidsandel":
            taeller, naevner = [(k, 1.0) for k in lang], d
        else:
            taeller = {
                "dagsvaerk": [(k, 1.0) for k in d],
                "langtid": [(k, 1.0) for k in lang],
                "korttid": [(k, 1.0) for k in d] + [(k, -1.0) for k in lang],
            }[u.maal]
            naevner = n
        linjer.add([*((k, v) for k, v in taeller), *((k, -u.hoej) for k in naevner)])
        linjer.add([*((k, -v) for k, v in taeller), *((k, u.lav) for k in naevner)])
    for start in plads.values():
        linjer.add([(start + 2, 1.0), (start + 1, -1.0)])
    return linjer


def _equalities(maalet: frozenset[Del], kendte: Mapping[Del, Kendt], plads: Mapping[Del, int], skala: int) -> _Linjer:
    """First that the part in question has N = 1, then what is known."""
    linjer = _Linjer()
    linjer.add((plads[del_], 1.0) for del_ in maalet)
    for del_, kendt in kendte.items():
        if del_ in plads:
            for nr, vaerdi in enumerate((kendt.medarbejdere, kendt.dagsvaerk, kendt.langtid)):
                linjer.add([(plads[del_] + nr, 1.0), (skala, -vaerdi)])
    return linjer


def _matrix(linjer: _Linjer, bredde: int) -> csr_matrix:
    return csr_matrix((linjer.vaerdi, (linjer.raekke, linjer.kolonne)), shape=(linjer.antal, bredde))
