"""Whether those without a line stay hidden from the chef of the whole, who sees the large groups inside month by month
and so what is left of them, and from who knows one of the groups, when they read every published quarter of the groups
and how they have moved.

One quarter alone is held against the rules in `udenlinje`; several of them, and their differences, narrow what the
rounding leaves open. The quarters that tell too much are not published of any child of the node.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.diskretion.dom import Dele, Kommune, Omtrent, Udsagn, judge
from pipeline.diskretion.ligningssystem import Heltal, places
from pipeline.diskretion.regler import AARETS_MAANEDER, INDE, MINDST_I_MAANEDEN, UDE, Graense, Gruppe, is_shown, passes
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
        return np.array([self._is_small(steder) for steder in maengder], dtype=bool)

    def _is_small(self, steder: Heltal) -> bool:
        boern, maaneder = np.divmod(steder, len(self.maanedens_dage))
        vindue = (int(maaneder.min()), int(maaneder.max()))
        if not self.uden.issuperset(boern.tolist()):
            return False
        if vindue[1] - vindue[0] >= AARETS_MAANEDER - 1:
            return vindue in self.falder
        return bool(self.sums([steder])[1][0] < MINDST_I_MAANEDEN)

    def sums(self, maengder: Sequence[Heltal]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        antal = len(self.maanedens_dage)
        laengder = [max(int(self.maanedens_dage[np.unique(steder % antal)].sum()), 1) for steder in maengder]
        dagsvaerk = [float(self.dagsvaerk.ravel()[steder].sum()) for steder in maengder]
        ansatte = [int(self.dage.ravel()[steder].sum()) for steder in maengder]
        return np.array(dagsvaerk), np.array(ansatte) / np.array(laengder)

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
    seere = [(inden_for, chefens, kendte), *((uden_for, list[Udsagn](), dele) for dele in [Dele(), *grupper])]
    blevne = list(kvartaler)
    while blevne:
        figurer = _figures(uden_for, [*grupper, skjulte.union(*grupper)], blevne)
        fund = (f for egen, vist, kendt in seere for f in judge(egen, vist, omtrent=[figurer], kendte=kendt))
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


def _figures(kommune: Kommune, grupper: Sequence[Dele], kvartaler: Sequence[Kvartal]) -> list[Omtrent]:
    """As they are printed of each group: its days, and how they have moved in a quarter and in a year."""
    fundne = []
    for dele in grupper:
        egne = [_rate(kommune, Udsagn(dele, kvartal.fra, kvartal.til)) for kvartal in kvartaler]
        kendte = {udsagn.til: (udsagn, rate, antal) for udsagn, rate, antal in egne if antal}
        for til, (udsagn, rate, antal) in kendte.items():
            fundne.append(_rounded([(udsagn, 1 / antal)], rate))
            for foer in (til - 3, til - 12):
                if foer in kendte:
                    anden, foer_rate, foer_antal = kendte[foer]
                    fundne.append(_rounded([(udsagn, 1 / antal), (anden, -1 / foer_antal)], rate - foer_rate))
    return fundne


def _rate(kommune: Kommune, udsagn: Udsagn) -> tuple[Udsagn, float, float]:
    (dagsvaerk,), (antal,) = kommune.folk.sums([places(kommune.of(udsagn))])
    return udsagn, float(dagsvaerk / antal) if antal else 0.0, float(antal)


def _rounded(led: list[tuple[Udsagn, float]], vaerdi: float) -> Omtrent:
    trykt = round(vaerdi, 1)
    return Omtrent(tuple(led), trykt - float(AFRUNDING), trykt + float(AFRUNDING))
