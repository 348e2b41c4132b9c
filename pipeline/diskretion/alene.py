"""Every child of the kommune month by month and in the quarters alone, put together as a group's `Raekke`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from heapq import nlargest

import numpy as np

from pipeline.diskretion.kvartalssum import AF_MANGE, Heltal, Sum
from pipeline.diskretion.raekken import Raekke
from pipeline.diskretion.regler import AARETS_MAANEDER, KVARTALETS_MAANEDER, Gruppe, Tal
from pipeline.diskretion.udenlinje import Maanedstal


@dataclass(frozen=True)
class Alene:
    """Every child month by month, and in the quarters alone, each by its first month. `dage`: the months' length."""

    tal: Maanedstal
    dage: Mapping[int, int]
    kvartaler: Mapping[int, Mapping[int, Tal]]  # by child

    def of(self, gruppe: Gruppe) -> Raekke:
        return Raekke(self.sum_of(gruppe), [self.kvartaler.get(barn.barn_id, {}) for barn in gruppe.medlemmer])

    def sum_of(self, gruppe: Gruppe) -> Sum:
        sums = [self._sums.get(barn.barn_id, self._ingen) for barn in gruppe.medlemmer]
        return reduce(Sum.__add__, sums) if sums else self._ingen

    @cached_property
    def _spaend(self) -> range:
        """The quarters of all the years there are figures of."""
        if not self.dage:
            return range(0)
        foerste, sidste = (maaned // AARETS_MAANEDER * AARETS_MAANEDER for maaned in (min(self.dage), max(self.dage)))
        return range(foerste, sidste + AARETS_MAANEDER, KVARTALETS_MAANEDER)

    @cached_property
    def _ingen(self) -> Sum:
        antal = len(self._spaend)
        nul = np.zeros((AF_MANGE + 1, antal), dtype=np.int64)
        return Sum(self._spaend, nul, np.zeros(antal * KVARTALETS_MAANEDER, dtype=np.int64))

    @cached_property
    def _sums(self) -> dict[int, Sum]:
        maanedens_dage = self._staffed_months()
        ingen = self._ingen.maanedens_dage
        return {
            barn: self._sum_of_child(egne, maanedens_dage.get(barn, ingen)) for barn, egne in self.kvartaler.items()
        }

    def _sum_of_child(self, egne: Mapping[int, Tal], maanedens_dage: Heltal) -> Sum:
        kolonner = np.zeros((AF_MANGE + 1, len(self._spaend)), dtype=np.int64)
        for kvartal, tal in egne.items():
            kolonner[:, self._spaend.index(kvartal)] = _lines(tal)
        return Sum(self._spaend, kolonner, maanedens_dage)

    def _staffed_months(self) -> dict[int, Heltal]:
        antal, start = len(self._spaend) * KVARTALETS_MAANEDER, self._spaend.start
        fundne: dict[int, Heltal] = {}
        for barn, maaned in self.tal:
            if 0 <= maaned - start < antal:
                if barn not in fundne:
                    fundne[barn] = np.zeros(antal, dtype=np.int64)
                fundne[barn][maaned - start] = self.dage[maaned]
        return fundne


def _lines(tal: Tal) -> tuple[int, ...]:
    """As in `Sum.tal`. Without days of leaders nobody is taken out."""
    kendte, ledere = tal.kendte or {}, tal.ledere if tal.leder_dage else frozenset[int]()
    alle, andre = (
        [dagsvaerk_e8 for nummer, (dagsvaerk_e8, _) in kendte.items() if nummer not in uden]
        for uden in (frozenset[int](), ledere)
    )
    andres_e8 = tal.dagsvaerk_e8 - sum(alle) + sum(andre)
    to, to_andre = (sum(nlargest(2, egne)) for egne in (alle, andre))
    er_af_mange = tal.ansat_dage > 0 and not kendte
    return tal.ansat_dage, tal.leder_dage, tal.dagsvaerk_e8, andres_e8, to, to_andre, int(er_af_mange)
