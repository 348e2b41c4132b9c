"""Whether those without a line stay hidden from the chef of the whole, who sees the large groups inside month by month
and so what is left of them, and from who knows one of the groups, when they read every published quarter of the groups
and how they have moved.

One quarter alone is held against the rules in `udenlinje`; several of them, and their differences, narrow what the
rounding leaves open. The quarters that tell too much are not published of any child of the node.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pipeline.diskretion.dom import Dele, Kommune, Omtrent, Sag, Udsagn
from pipeline.diskretion.ligningssystem import Heltal, places
from pipeline.diskretion.regler import (
    AARETS_MAANEDER,
    INDE,
    KVARTALETS_MAANEDER,
    MINDST_I_MAANEDEN,
    UDE,
    Graense,
    Gruppe,
    is_shown,
    passes,
)
from pipeline.diskretion.udenlinje import AFRUNDING, E8, Kvartal, Maanedstal


@dataclass(frozen=True)
class _Boern:
    """The children of a node, numbered; small are those without a line alone."""

    dage: NDArray[np.int64]  # by child and month
    dagsvaerk: NDArray[np.float64]
    maanedens_dage: NDArray[np.int64]
    uden: frozenset[int]
    falder: frozenset[tuple[int, int]]
    """The first and last month of the quarters they do not pass in; counted from the first month."""

    def are_small(self, maengder: Sequence[Heltal]) -> NDArray[np.bool_]:
        _, antal = self.sums(maengder)
        smaa = antal < MINDST_I_MAANEDEN
        for nr, steder in enumerate(maengder):
            boern, maaneder = np.divmod(steder, len(self.maanedens_dage))
            vindue = (int(maaneder.min()), int(maaneder.max()))
            if not self._er_uden[boern].all():
                smaa[nr] = False
            elif vindue[1] - vindue[0] >= AARETS_MAANEDER - 1:
                smaa[nr] = vindue in self.falder
        return smaa

    @cached_property
    def _er_uden(self) -> NDArray[np.bool_]:
        return np.isin(np.arange(len(self.dage)), sorted(self.uden))

    def sums(self, maengder: Sequence[Heltal]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        hvis = np.repeat(np.arange(len(maengder)), [len(steder) for steder in maengder])
        steder = np.concatenate([np.zeros(0, dtype=np.int64), *maengder])
        i_alt = len(self.maanedens_dage)
        er_i = np.zeros((len(maengder), i_alt), dtype=bool)
        er_i[hvis, steder % i_alt] = True
        dagsvaerk = np.bincount(hvis, weights=self.dagsvaerk.ravel()[steder], minlength=len(maengder))
        ansatte = np.bincount(hvis, weights=self.dage.ravel()[steder], minlength=len(maengder))
        return np.asarray(dagsvaerk, dtype=np.float64), ansatte / np.maximum(er_i @ self.maanedens_dage, 1)

    def staffed(self) -> Heltal:
        return np.flatnonzero(self.dage.ravel())


def find_telling(
    linjer: Sequence[Gruppe],
    uden: Gruppe,
    inde: Sequence[Gruppe],
    kvartaler: Sequence[Kvartal],
    tal: Maanedstal,
    maanedens_dage: Mapping[int, int],
) -> set[int]:
    """The numbers of the quarters not to be published; every one of them when nothing less will do."""
    boern = [barn.barn_id for gruppe in (*linjer, uden) for barn in gruppe.medlemmer]
    numre = {barn_id: plads for plads, barn_id in enumerate(boern)}
    maaneder = range(min(maanedens_dage), max(maanedens_dage) + 1)
    alle = np.array([[tal.get((barn, maaned), (0, 0)) for maaned in maaneder] for barn in boern], dtype=np.int64)
    skjulte = _parts(uden, numre)

    def known_to(graense: Graense) -> Kommune:
        falder = [k for k in kvartaler if not passes(uden.tal(k.vindue), k.vindue, graense)]
        folk = _Boern(
            alle[:, :, 0],
            alle[:, :, 1] / E8,
            np.array([maanedens_dage[maaned] for maaned in maaneder]),
            skjulte,
            frozenset((k.fra - maaneder.start, k.til - maaneder.start) for k in falder),
        )
        return Kommune((skjulte,), maaneder, folk)

    grupper = [_parts(gruppe, numre) for gruppe in linjer]
    samlet, kendte = _seen(linjer, uden, inde, numre)
    chefens = [Udsagn(samlet, maaned, maaned) for maaned in maaneder] + [
        Udsagn(_parts(gruppe, numre), kvartal.fra, kvartal.til)
        for kvartal in kvartaler
        if all(is_shown(gruppe, kvartal.vindue, INDE) for gruppe in inde)
        for gruppe in inde
    ]
    inden_for, uden_for = known_to(INDE), known_to(UDE)
    dele = (*grupper, skjulte.union(*grupper))
    chefen = Sag(inden_for, frozenset(chefens), kendte, frozenset(dele))
    if chefen.fund:
        return {kvartal.vindue.nr for kvartal in kvartaler}
    sager = [chefen, *(Sag(uden_for, frozenset(), egne, frozenset(dele)) for egne in [Dele(), *grupper])]
    blevne = list(kvartaler)
    rater = _Rater(uden_for)
    while blevne:
        figurer = rater.figures(dele, blevne)
        fund = (f for sag in sager for f in sag.as_fund(sag.find_with(figurer)))
        telt = next((f.udsagn for f in fund), None)
        if telt is None:
            break
        beroerte = [k for k in blevne if k.fra <= telt.til and telt.fra <= k.til]
        blevne.remove(next((k for k in beroerte if (k.fra, k.til) == (telt.fra, telt.til)), [*beroerte, blevne[0]][0]))
    return {kvartal.vindue.nr for kvartal in kvartaler if kvartal not in blevne}


def _parts(gruppe: Gruppe, numre: Mapping[int, int]) -> Dele:
    return Dele(numre[barn.barn_id] for barn in gruppe.medlemmer if barn.barn_id in numre)


def _seen(
    linjer: Sequence[Gruppe], uden: Gruppe, inde: Sequence[Gruppe], numre: Mapping[int, int]
) -> tuple[Dele, Dele]:
    """What a chef may see month by month: those without a line with the lines that are in one group inside with them,
    together; where there are none, with the smallest line. And all other lines, each by itself.
    """
    skjulte = _parts(uden, numre)
    samlet = skjulte.union(*(dele for gruppe in inde if (dele := _parts(gruppe, numre)) & skjulte))
    andre = [dele for gruppe in linjer if not (dele := _parts(gruppe, numre)) <= samlet]
    if samlet == skjulte and andre:
        mindste = min(linjer, key=lambda gruppe: sum(barn.tal[max(barn.tal)].ansat_dage for barn in gruppe.medlemmer))
        samlet |= _parts(mindste, numre)
        andre.remove(_parts(mindste, numre))
    return samlet, Dele().union(*andre)


@dataclass(frozen=True)
class _Rater:
    """Each group's days per employee, window by window."""

    kommune: Kommune
    _kendte: dict[Udsagn, tuple[float, float]] = field(default_factory=dict)

    def figures(self, grupper: Iterable[Dele], kvartaler: Sequence[Kvartal]) -> list[Omtrent]:
        """As they are printed of each group: its days, and how they have moved in a quarter and in a year."""
        alle = {dele: [Udsagn(dele, kvartal.fra, kvartal.til) for kvartal in kvartaler] for dele in grupper}
        self._add_up([u for udsagn in alle.values() for u in udsagn if u not in self._kendte])
        fundne = []
        for udsagn in alle.values():
            kendte = {u.til: (u, *self._kendte[u]) for u in udsagn if self._kendte[u][1]}
            for til, (u, rate, antal) in kendte.items():
                fundne.append(_rounded([(u, 1 / antal)], rate))
                for foer in (til - KVARTALETS_MAANEDER, til - AARETS_MAANEDER):
                    if foer in kendte:
                        anden, foer_rate, foer_antal = kendte[foer]
                        fundne.append(_rounded([(u, 1 / antal), (anden, -1 / foer_antal)], rate - foer_rate))
        return fundne

    def _add_up(self, udsagn: Sequence[Udsagn]) -> None:
        dagsvaerk, antal = self.kommune.folk.sums([places(self.kommune.of(u)) for u in udsagn])
        rater = dagsvaerk / np.where(antal > 0, antal, 1)
        self._kendte.update(zip(udsagn, zip(rater.tolist(), antal.tolist(), strict=True), strict=True))


def _rounded(led: list[tuple[Udsagn, float]], vaerdi: float) -> Omtrent:
    trykt = round(vaerdi, 1)
    return Omtrent(tuple(led), trykt - float(AFRUNDING), trykt + float(AFRUNDING))
