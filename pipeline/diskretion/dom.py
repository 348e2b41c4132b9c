"""The judge: what somebody who is shown sums of groups can conclude of a group too small to be shown.

Every exact sum shown is a statement: a group of parts in a run of months. From all of them together the judge finds
each group under the limits whose dagsværk is determined (it is a combination of the statements, found in exact
arithmetic) or confined (a linear program over dagsværk that are not negative, with what is known within rounding too).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.diskretion.ligningssystem import (
    Atomer,
    Celler,
    Heltal,
    Interval,
    System,
    as_atoms,
    distinct,
    from_places,
    list_systems,
    places,
    union,
    within,
)
from pipeline.diskretion.regler import AARETS_MAANEDER, KVARTALER_I_ET_VINDUE, KVARTALETS_MAANEDER
from pipeline.diskretion.udenlinje import SIKKER_GANGE, SIKKER_UNDER

Dele = frozenset[int]
"""Parts of the kommune, numbered from 0."""
LYDHED = 1e-6  # what an answer of the linear program may be wrong by, as a part of it


@dataclass(frozen=True)
class Udsagn:
    """The dagsværk of some parts of the kommune from one month to another, both included."""

    dele: Dele
    fra: int
    til: int


@dataclass(frozen=True)
class Omtrent:
    """A statement known within rounding: what the dagsværk of one group, or of two each times a number, lies between
    when it is added up.
    """

    led: tuple[tuple[Udsagn, float], ...]
    lav: float
    hoej: float


@dataclass(frozen=True)
class Fund:
    """A group under the limits that can be told; for cells that are no group in a run of months, the least one around
    them. `slags`: bestemt or indkredset.
    """

    udsagn: Udsagn
    slags: str


class Folk(Protocol):
    """What the judge knows of people, for sets of cells: a part in a month is cell part × months + month."""

    def are_small(self, maengder: Sequence[Heltal]) -> NDArray[np.bool_]:
        """Which are under the limits."""

    def sums(self, maengder: Sequence[Heltal]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Dagsværk and gns. medarbejdere of each."""

    def staffed(self) -> Heltal:
        """The cells with employees. Others have no dagsværk, and everybody knows."""


@dataclass(frozen=True)
class Kommune:
    """`grupper`: every group anybody may think of by name: nodes, "fælles", pools."""

    grupper: tuple[Dele, ...]
    maaneder: range
    folk: Folk

    @cached_property
    def alle(self) -> Celler:
        return from_places(self.folk.staffed())

    @cached_property
    def hele(self) -> Celler:
        """All months, for `base` to be times by."""
        return (1 << len(self.maaneder)) - 1

    def of(self, u: Udsagn) -> Celler:
        """The cells of a statement."""
        return self.base(u.dele) * self.months(u.fra, u.til) & self.alle

    def base(self, dele: Dele) -> Celler:
        """Times some months: the cells of the parts in them."""
        return sum(1 << (del_ * len(self.maaneder)) for del_ in dele)

    def months(self, fra: int, til: int) -> Celler:
        fra, til = max(fra, self.maaneder.start), min(til, self.maaneder.stop - 1)
        return ((1 << (til - fra + 1)) - 1) << (fra - self.maaneder.start) if fra <= til else 0

    def around(self, steder: Heltal) -> Udsagn:
        dele, maaneder = np.divmod(steder, len(self.maaneder))
        start = self.maaneder.start
        return Udsagn(Dele(dele.tolist()), int(maaneder.min()) + start, int(maaneder.max()) + start)


def judge(
    kommune: Kommune,
    udsagn: Iterable[Udsagn],
    *,
    omtrent: Sequence[Sequence[Omtrent]] = (),
    kendte: Dele = frozenset(),
) -> list[Fund]:
    """Every group under the limits that can be told, the smallest first. `omtrent`: what is known within rounding,
    those together that are judged together. `kendte`: parts of which everything is known; what is concluded of them is
    no find.
    """
    viste = frozenset(u.dele for sammen in omtrent for o in sammen for u, _ in o.led)
    sag = Sag(kommune, frozenset(_needed(udsagn)), kendte, viste)
    fund = dict(sag.fund)
    for sammen in omtrent:
        fund = {**sag.find_with(sammen), **fund}
    return sag.as_fund(fund)


@dataclass(frozen=True)
class Sag:
    """What somebody knows exactly, made ready for what she may read beside it. `viste`: the groups of that."""

    kommune: Kommune
    udsagn: frozenset[Udsagn]
    kendte: Dele
    viste: frozenset[Dele]
    _intervaller: dict[Omtrent, Interval] = field(default_factory=dict)

    @cached_property
    def _systemer(self) -> list[System]:
        kendte = self.kommune.base(self.kendte) * self.kommune.hele
        return list(list_systems({self.kommune.of(u) & ~kendte for u in self.udsagn}))

    @cached_property
    def _grupper(self) -> list[Dele]:
        return _groups(self.kommune, {u.dele for u in self.udsagn} | self.viste, self.kendte)

    @cached_property
    def fund(self) -> dict[Celler, str]:
        """What follows of it alone."""
        return _judge_systems(self.kommune, self._systemer, self._grupper)

    def find_with(self, sammen: Sequence[Omtrent]) -> dict[Celler, str]:
        """What follows when something is known within rounding, too."""
        return _judge_systems(self.kommune, list(self._with_ranges(sammen)), self._grupper)

    def as_fund(self, fund: Mapping[Celler, str]) -> list[Fund]:
        fundne = [Fund(self.kommune.around(places(celler)), slags) for celler, slags in fund.items()]
        return sorted(fundne, key=lambda f: (len(f.udsagn.dele), f.udsagn.fra, f.udsagn.til, sorted(f.udsagn.dele)))

    def _with_ranges(self, omtrent: Sequence[Omtrent]) -> Iterator[System]:
        """The systems that something known within rounding touches."""
        self._take_out([o for o in omtrent if o not in self._intervaller])
        intervaller = [interval for o in omtrent if (interval := self._intervaller[o]).led]
        hele = union(self.kommune.of(udsagn) for o in omtrent for udsagn, _ in o.led)
        raekker = (raekke for system in self._systemer if system.celler & hele for raekke in system.raekker)
        om = list_systems(raekker, intervaller)
        yield from (system for system in om if system.intervaller)

    def _take_out(self, omtrent: Sequence[Omtrent]) -> None:
        """What is left of each range when what is known exactly is taken out."""
        kendte, flere = self._bestemte
        led, vaek = [], []
        for o in omtrent:
            for udsagn, gange in o.led:
                celler = self.kommune.of(udsagn)
                kendt = (kendte & celler) | union(egne for egne in flere if egne & celler == egne)
                vaek.append(places(kendt))
                led.append((celler & ~kendt, gange))
        summer, _ = self.kommune.folk.sums(vaek)
        nr = 0
        for o in omtrent:
            egne = slice(nr, nr := nr + len(o.led))
            sum_ = sum(gange * float(egen) for (_, gange), egen in zip(o.led, summer[egne], strict=True))
            tilbage = tuple((celler, gange) for celler, gange in led[egne] if celler)
            self._intervaller[o] = Interval(tilbage, o.lav - sum_, o.hoej - sum_)

    @cached_property
    def _bestemte(self) -> tuple[Celler, list[Celler]]:
        """The cells that are known by themselves, the parts of which everything is known among them; and sums."""
        bestemte = [system.celler for system in self._systemer if len(system.atomer) == 1]
        kendte = self.kommune.base(self.kendte) * self.kommune.hele
        return (
            kendte | union(celler for celler in bestemte if celler.bit_count() == 1),
            [celler for celler in bestemte if celler.bit_count() > 1],
        )


def _needed(udsagn: Iterable[Udsagn]) -> set[Udsagn]:
    """But for windows whose every month is told of the same group: they are sums of those."""
    alle = set(udsagn)
    maaneder = {(u.dele, u.fra) for u in alle if u.fra == u.til}
    return {u for u in alle if u.fra == u.til or any((u.dele, m) not in maaneder for m in range(u.fra, u.til + 1))}


def _groups(kommune: Kommune, viste: set[Dele], kendte: Dele) -> list[Dele]:
    """Groups to look for: those with a name, those shown, and what is left of one shown when another, or all others
    within it, are taken out.
    """
    grupper = set(kommune.grupper) | viste
    for hele in viste:
        inden_i = [dele for dele in viste if dele < hele]
        stoerste = [dele for dele in inden_i if not any(dele < anden for anden in inden_i)]
        grupper |= {hele - dele for dele in stoerste}
        grupper.add(hele.difference(*stoerste))
    return [dele for dele in {dele - kendte for dele in grupper} if dele]


def _judge_systems(kommune: Kommune, systemer: Sequence[System], grupper: Sequence[Dele]) -> dict[Celler, str]:
    maal = [(system, atomer) for system in systemer for atomer in _targets(kommune, system, grupper)]
    steder = [np.concatenate([system.atomer[nr] for nr in atomer]) for system, atomer in maal]
    smaa: list[int] = np.flatnonzero(kommune.folk.are_small(steder)).tolist() if maal else []
    fund: dict[Celler, str] = {}
    mulige: dict[System, list[Atomer]] = {}
    for nr in smaa:
        system, atomer = maal[nr]
        if system.is_determined(atomer):
            fund[from_places(steder[nr])] = "bestemt"
        elif _is_judged(kommune, steder[nr]):
            mulige.setdefault(system, []).append(atomer)
    for system, egne in mulige.items():
        for atomer in _find_confined(kommune, system, egne):
            fund[from_places(np.concatenate([system.atomer[nr] for nr in atomer]))] = "indkredset"
    return fund


def _is_judged(kommune: Kommune, steder: Heltal) -> bool:
    """Whether it matters that it is confined: a month or a quarter, the windows shown alone, or a year."""
    maaneder = np.unique(steder % len(kommune.maaneder))
    return len(maaneder) <= KVARTALETS_MAANEDER or len(maaneder) >= AARETS_MAANEDER


def _targets(kommune: Kommune, system: System, grupper: Sequence[Dele]) -> set[Atomer]:
    """What the elimination itself shows; and the atoms within each group in months, and in runs of quarters as long as
    a window. What is left of an atom that is only partly within has a twin, which may have all of it.
    """
    if len(system.atomer) == 1 and system.raekker:
        return {(0,)}
    fundne = set(system.list_determined())
    antal = len(kommune.maaneder)
    atomernes = [np.divmod(steder, antal) for steder in system.atomer]
    vinduer = _windows(kommune, {int(maaned) for _, maaneder in atomernes for maaned in np.unique(maaneder)})
    i_vinduer = within([maaneder for _, maaneder in atomernes], vinduer, antal)
    hoejeste = max(int(dele.max()) for dele, _ in atomernes) + 1
    i_grupper = within(
        [dele for dele, _ in atomernes], [[d for d in egne if d < hoejeste] for egne in grupper], hoejeste
    )
    kendte_vinduer = distinct(i_vinduer)
    maal = {
        vindue & gruppe for gruppe in distinct(i_grupper) for vindue in kendte_vinduer
    }  # as bits of whole numbers, which a set is quick to tell apart
    return fundne | set(as_atoms([egne for egne in maal if egne], len(system.atomer)))


def _windows(kommune: Kommune, maaneder: set[int]) -> list[range]:
    """Months, and runs of quarters as long as a window, that hold one of those months; counted from the first."""
    foer = kommune.maaneder.start % KVARTALETS_MAANEDER
    kvartaler = {maaned - (maaned + foer) % KVARTALETS_MAANEDER for maaned in maaneder}
    slut = len(kommune.maaneder)
    return [range(maaned, maaned + 1) for maaned in maaneder] + [
        range(max(fra, 0), min(fra + KVARTALETS_MAANEDER * antal, slut))
        for fra in kvartaler
        for antal in range(1, KVARTALER_I_ET_VINDUE + 1)
    ]


def _find_confined(kommune: Kommune, system: System, mulige: Sequence[Atomer]) -> Iterator[Atomer]:
    """Those that must have more than what is safe, and less than so many times that. Only where there is as much: what
    can be concluded is never more than is true. One answer of the linear program clears every group it leaves little.
    """
    sande, _ = kommune.folk.sums(system.atomer)
    _, antal = kommune.folk.sums([np.concatenate([system.atomer[nr] for nr in atomer]) for atomer in mulige])
    graenser = {atomer: SIKKER_UNDER * egne for atomer, egne in zip(mulige, antal, strict=True)}
    tilbage = [atomer for atomer in mulige if sande[list(atomer)].sum() > graenser[atomer]]
    samlet = True
    while tilbage:
        proevede = tilbage if samlet else tilbage[:1]
        svar = system.solve(sande, [nr for atomer in proevede for nr in atomer], 1)
        blevne = [a for a in tilbage if svar is None or svar[list(a)].sum() > graenser[a] * (1 + LYDHED)]
        if not samlet and blevne and blevne[0] == proevede[0]:
            atomer = blevne.pop(0)
            if svar is not None and _is_held(system, sande, atomer, float(svar[list(atomer)].sum())):
                yield atomer
        samlet = samlet and len(blevne) < len(tilbage)
        tilbage = blevne


def _is_held(system: System, sande: NDArray[np.float64], atomer: Atomer, mindst: float) -> bool:
    svar = system.solve(sande, atomer, -1)
    return svar is not None and float(svar[list(atomer)].sum()) < SIKKER_GANGE * mindst
