"""The rolling quarters a group is shown in, and what they tell together of the group in other quarters: one alone, or
four that are no window shown.

Added up from the first, the quarters make a line of sums that never falls, and a window shown is how far it rises from
one place to another. So the least and the most it may rise between any two places are shortest paths: exact, in whole
numbers, for all runs of quarters at once.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce

import numpy as np

from pipeline.diskretion.kvartalssum import TALTE_KVARTALER, UKENDT, Heltal, Sum, months_of, spanned
from pipeline.diskretion.regler import (
    AARETS_MAANEDER,
    DOMINANS,
    INDE,
    INTET,
    KVARTALER_I_ET_VINDUE,
    KVARTALETS_MAANEDER,
    Graense,
    Tal,
    Vindue,
    least_staff,
    merge,
    passes,
)
from pipeline.diskretion.udenlinje import E8, SIKKER_GANGE, SIKKER_UNDER, Kvartal


@dataclass(frozen=True)
class Spaend:
    """The least and the most a group may have from one place between quarters to another, counted from the first of
    `kvartaler`.
    """

    kvartaler: range
    mindst: Heltal
    hoejst: Heltal

    def runs(self, antal: int) -> Iterator[tuple[range, int, int]]:
        """The months of each run of so many quarters; the least and the most."""
        ender = (np.diagonal(tal, antal).tolist() for tal in (self.mindst, self.hoejst))
        for fra, mindst, hoejst in zip(self.kvartaler, *ender, strict=False):
            yield range(fra, fra + antal * KVARTALETS_MAANEDER), mindst, hoejst


@dataclass(frozen=True)
class Raekke:
    """A group quarter by quarter: its sums, and each child's quarters with staff by their first month, where `kendte`
    is what everybody was sick if two may have nearly all of it.
    """

    sum: Sum
    boern: Sequence[Mapping[int, Tal]]
    _smaa: dict[tuple[Graense, range], bool] = field(default_factory=dict)

    def tells(self, vinduer: Sequence[Kvartal], graense: Graense = INDE, *, er_praecise: bool = True) -> bool:
        """Whether somebody who sees the dagsværk of each of them knows too much of quarters under the limits: what they
        have, or within which range, by the rule of `diskretion.dom`. When a window is rounded nothing is known exactly.
        """
        if not vinduer or not self.has_small(graense):
            return False
        if self.are_told(self.spaend(vinduer, spanned(vinduer)), vinduer, graense, er_praecise=er_praecise):
            return True
        return er_praecise and any(
            self.sum.may_be_small_of(kaede, graense.medarbejdere) and self._has_small_year(kaede, graense)
            for kaede in chains(vinduer)
        )

    def are_told(
        self, spaend: Spaend, vinduer: Sequence[Kvartal], graense: Graense = INDE, *, er_praecise: bool = False
    ) -> bool:
        """The same by all that is known of its quarters, but for those windows themselves."""
        vist = {(v.fra, v.til) for v in vinduer}
        for antal in range(1, KVARTALER_I_ET_VINDUE + 1):
            for sted, mindst, hoejst in spaend.runs(antal):
                if (sted.start, sted.stop - 1) in vist:
                    continue
                er_bestemt = er_praecise and mindst == hoejst
                er_indkredset = antal in TALTE_KVARTALER and mindst > 0 and hoejst < SIKKER_GANGE * mindst
                if not er_bestemt and not (er_indkredset and self._is_many(sted, mindst)):
                    continue
                if self.is_small(sted, graense):
                    return True
        return False

    def has_small(self, graense: Graense = INDE) -> bool:
        """Whether there are quarters under the limits: of those that pass, none together is under them."""
        return any(self.is_small(kvartal, graense) for kvartal in self._uafklarede)

    def has_many_small(self, vinduer: Sequence[Kvartal]) -> bool:
        """Whether a quarter of those windows is under the limits inside and has more than what is safe."""
        over = spanned(vinduer)
        return any(
            self._is_many(sted, int(self.sum.dagsvaerk_e8[self._slice(sted)].sum())) and self.is_small(sted)
            for sted in self._uafklarede
            if sted.start in over
        )

    def is_small(self, sted: range, graense: Graense = INDE) -> bool:
        """Whether those months are under the limits."""
        if (graense, sted) not in self._smaa:
            laengder = self._days(sted)
            _, mindst = least_staff(int(np.count_nonzero(laengder)), graense)
            vindue = Vindue(0, int(laengder.sum()))
            tal = reduce(merge, self._quarters(sted), INTET)
            self._smaa[graense, sted] = not passes(tal, vindue, replace(graense, medarbejdere=mindst))
        return self._smaa[graense, sted]

    def staff(self, maaneder: range) -> float:
        """Gns. medarbejdere."""
        return float(self.sum.dage[self._slice(maaneder)].sum() / max(self._days(maaneder).sum(), 1))

    def spaend(self, vinduer: Sequence[Kvartal], kvartaler: range, kendte: Collection[int] = ()) -> Spaend:
        """By its own windows, and the quarters known by themselves."""
        egne = self._slice(range(kvartaler.start, kvartaler.stop))
        dage, dagsvaerk_e8 = self.sum.dage[egne], self.sum.dagsvaerk_e8[egne]
        sum_ = np.concatenate([[0], np.cumsum(dagsvaerk_e8)])
        plads = np.arange(len(dage))
        mest = np.full((len(sum_), len(sum_)), UKENDT, dtype=np.int64)
        np.fill_diagonal(mest, 0)
        mest[plads + 1, plads] = 0
        kendt = plads[(dage == 0) | np.isin(kvartaler, list(kendte))]
        fra, til = (
            np.array([(maaned - kvartaler.start) // KVARTALETS_MAANEDER for maaned in ender], dtype=np.int64)
            for ender in ([v.fra for v in vinduer], [v.til + 1 for v in vinduer])
        )
        fra, til = np.concatenate([kendt, fra]), np.concatenate([kendt + 1, til])
        mest[fra, til], mest[til, fra] = sum_[til] - sum_[fra], sum_[fra] - sum_[til]
        for over in range(len(sum_)):
            np.minimum(mest, mest[:, over, None] + mest[None, over, :], out=mest)
        return Spaend(kvartaler, -mest.T, mest)

    @cached_property
    def _uafklarede(self) -> list[range]:
        return [months_of(self.sum.kvartaler[plads]) for plads in np.flatnonzero(self.sum.may_be_small).tolist()]

    def _slice(self, sted: range) -> slice:
        fra = (sted.start - self.sum.kvartaler.start) // KVARTALETS_MAANEDER
        return slice(fra, fra + len(sted[::KVARTALETS_MAANEDER]))

    def _days(self, sted: range) -> Heltal:
        fra = sted.start - self.sum.kvartaler.start
        return self.sum.maanedens_dage[fra : fra + len(sted)]

    def _quarters(self, sted: range) -> Iterator[Tal]:
        return (barn[k] for k in sted[::KVARTALETS_MAANEDER] for barn in self.boern if k in barn)

    def _is_many(self, sted: range, dagsvaerk_e8: int) -> bool:
        """More than what everybody may know of those months."""
        dage = int(self.sum.dage[self._slice(sted)].sum())
        return dage > 0 and dagsvaerk_e8 * int(self._days(sted).sum()) > SIKKER_UNDER * E8 * dage

    def _has_small_year(self, sted: range, graense: Graense) -> bool:
        """Whether four quarters, one of each season, are under the limits together: windows that overlap tell what any
        such four have.
        """
        aarstider = [
            [self._quarter_as_one(months_of(kvartal)) for kvartal in range(fra, sted.stop, AARETS_MAANEDER)]
            for fra in sted[:AARETS_MAANEDER:KVARTALETS_MAANEDER]
        ]
        overskud = (
            min(t.ansat_dage - t.leder_dage - graense.medarbejdere * laengde for t, laengde in egne)
            for egne in aarstider
        )
        tal = [[t for t, _ in egne] for egne in aarstider]
        ledere = frozenset[int]().union(*(t.ledere for egne in tal for t in egne))
        return sum(overskud) < 0 or any(_may_be_of_two(tal, uden) for uden in {frozenset[int](), ledere})

    def _quarter_as_one(self, kvartal: range) -> tuple[Tal, int]:
        return reduce(merge, self._quarters(kvartal), INTET), int(self._days(kvartal).sum())


def _may_be_of_two(aarstider: Sequence[Sequence[Tal]], uden: frozenset[int]) -> bool:
    """Whether two employees hold too much of one quarter of each season, when `uden` are taken out."""
    del_, hele = DOMINANS
    alle = {nummer for egne in aarstider for tal in egne for nummer in tal.kendte or {}} - uden
    personer = {nummer: plads for plads, nummer in enumerate(sorted(alle))}
    en, anden = np.triu_indices(len(personer), 1)
    bedst = np.zeros(len(en), dtype=np.int64)
    for egne in aarstider:
        syg = np.zeros((len(egne), len(personer)), dtype=np.int64)
        rest = np.zeros((len(egne), 1), dtype=np.int64)
        for nr, tal in enumerate(egne):
            kendte = tal.kendte or {}
            rest[nr] = tal.dagsvaerk_e8 - sum(kendte[nummer][0] for nummer in uden & kendte.keys())
            for nummer in kendte.keys() - uden:
                syg[nr, personer[nummer]] = kendte[nummer][0]
        bedst += (hele * (syg[:, en] + syg[:, anden]) - del_ * rest).max(axis=0)
    return bool((bedst > 0).any())


def chains(vinduer: Sequence[Kvartal]) -> list[range]:
    """The months of windows that overlap, several together."""
    kaeder: list[tuple[range, int]] = []
    for vindue in sorted(vinduer, key=lambda v: v.fra):
        if kaeder and vindue.fra < kaeder[-1][0].stop:
            foer, antal = kaeder.pop()
            kaeder.append((range(foer.start, max(foer.stop, vindue.til + 1)), antal + 1))
        else:
            kaeder.append((range(vindue.fra, vindue.til + 1), 1))
    return [sted for sted, antal in kaeder if antal > 1]
