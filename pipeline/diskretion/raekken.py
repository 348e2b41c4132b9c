"""The rolling quarters a group is shown in inside, where the figures are exact, and what they tell together of the
group in other quarters: one alone, or four that are no window shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from pipeline.diskretion.elimination import eliminate
from pipeline.diskretion.regler import (
    AARETS_MAANEDER,
    INDE,
    INTET,
    KVARTALER_I_ET_VINDUE,
    KVARTALETS_MAANEDER,
    Gruppe,
    Tal,
    Vindue,
    least_staff,
    merge,
    passes,
)
from pipeline.diskretion.udenlinje import E8, SIKKER_GANGE, SIKKER_UNDER, Kvartal, Maanedstal

Sted = tuple[int, ...]
"""Quarters, each by its first month."""


@dataclass(frozen=True)
class Raekke:
    """A group quarter by quarter. `tal`: those with staff, each by its first month; `kendte` is what everybody was sick
    where two may have nearly all of it. `maaneder`: the length of the months with staff.
    """

    tal: Mapping[int, Tal]
    maaneder: Mapping[int, int]

    def tells(self, vinduer: Sequence[Kvartal]) -> bool:
        """Whether somebody who sees the dagsværk of each of them knows those of quarters under the limits, exactly or
        within the rule of `diskretion.dom`.
        """
        raekker = {sted for vindue in vinduer if (sted := self._of(vindue.fra, vindue.til))}
        trappe = eliminate(dict.fromkeys(sted, 1) for sted in raekker)
        bestemte = [tuple(sorted(led)) for led in trappe.values() if set(led.values()) == {1}]
        if any(self._is_small(sted) for sted in bestemte):
            return True
        mulige = [
            s for s in self._runs(raekker) - raekker if not self._may_be_less(s, raekker) and self._may_be_told(s)
        ]
        return bool(mulige) and any(self._is_confined(sted, sorted(raekker)) for sted in mulige)

    def _of(self, fra: int, til: int) -> Sted:
        return tuple(kvartal for kvartal in range(fra, til + 1, KVARTALETS_MAANEDER) if kvartal in self.tal)

    def _runs(self, raekker: Iterable[Sted]) -> set[Sted]:
        """Each quarter of those windows, and as long runs as a window."""
        kvartaler = sorted({kvartal for sted in raekker for kvartal in sted})
        return {(kvartal,) for kvartal in kvartaler} | {
            sted for fra in kvartaler if set(sted := self._of(fra, fra + AARETS_MAANEDER - 1)) <= set(kvartaler)
        }

    def _sum(self, sted: Sted) -> Tal:
        return reduce(merge, (self.tal[kvartal] for kvartal in sted), INTET)

    def _months(self, sted: Sted) -> list[int]:
        alle = (maaned for kvartal in sted for maaned in range(kvartal, kvartal + KVARTALETS_MAANEDER))
        return [self.maaneder[maaned] for maaned in alle if maaned in self.maaneder]

    def _is_small(self, sted: Sted) -> bool:
        laengder = self._months(sted)
        _, mindst = least_staff(len(laengder), INDE)
        return not passes(self._sum(sted), Vindue(0, sum(laengder)), replace(INDE, medarbejdere=mindst))

    def _may_be_told(self, sted: Sted) -> bool:
        """Small, and of as many dagsværk as the rule asks for."""
        return self._sum(sted).dagsvaerk_e8 / E8 > self._safe(sted) and self._is_small(sted)

    def _may_be_less(self, sted: Sted, raekker: Iterable[Sted]) -> bool:
        """Whether it is safe by what every window leaves open: the same season may have less in all years, and another
        as much more. Told without the linear program.
        """
        if len(sted) > 1 or any(len(raekke) < KVARTALER_I_ET_VINDUE for raekke in raekker):
            return False
        aarstid = {k for raekke in raekker for k in raekke if (k - sted[0]) % AARETS_MAANEDER == 0}
        mindre = min(self.tal[kvartal].dagsvaerk_e8 for kvartal in aarstid)
        return (self.tal[sted[0]].dagsvaerk_e8 - mindre) / E8 <= self._safe(sted)

    def _safe(self, sted: Sted) -> float:
        return SIKKER_UNDER * self._sum(sted).ansat_dage / sum(self._months(sted))

    def _is_confined(self, sted: Sted, raekker: Sequence[Sted]) -> bool:
        from scipy.optimize import linprog  # half a second, and few groups need it

        kvartaler = sorted({kvartal for raekke in raekker for kvartal in raekke})
        lige = [[kvartal in raekke for kvartal in kvartaler] for raekke in raekker]
        sum_ = [self._sum(raekke).dagsvaerk_e8 / E8 for raekke in raekker]
        mindst = linprog([float(kvartal in sted) for kvartal in kvartaler], A_eq=lige, b_eq=sum_, method="highs")
        if mindst.status != 0 or mindst.fun <= self._safe(sted):
            return False
        mest = linprog([-float(kvartal in sted) for kvartal in kvartaler], A_eq=lige, b_eq=sum_, method="highs")
        return bool(mest.status == 0 and -mest.fun < SIKKER_GANGE * mindst.fun)


@dataclass(frozen=True)
class Alene:
    """Every child month by month, and in the quarters alone, each by its first month. `dage`: the months' length."""

    tal: Maanedstal
    dage: Mapping[int, int]
    kvartaler: Mapping[int, Mapping[int, Tal]]  # by child

    def of(self, gruppe: Gruppe) -> Raekke:
        boern = [barn.barn_id for barn in gruppe.medlemmer]
        tal: dict[int, Tal] = {}
        for barn in boern:
            for kvartal, egne in self.kvartaler.get(barn, {}).items():
                tal[kvartal] = merge(tal.get(kvartal, INTET), egne)
        return Raekke(
            tal, {maaned: d for maaned, d in self.dage.items() if any((b, maaned) in self.tal for b in boern)}
        )
