"""Employees as the judge weighs them: who was in which part in which month, how long, and what each was sick."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pipeline.diskretion.ligningssystem import Heltal
from pipeline.diskretion.regler import DOMINANS, INDE, UDE, least_staff
from pipeline.diskretion.udenlinje import E8


@dataclass(frozen=True)
class Celler:
    """The rows of dommer_celler, by part and month; where each begins and ends; and how long the months are."""

    nummer: Heltal
    dage: Heltal
    dagsvaerk_e8: Heltal
    naevner_e8: Heltal
    ender: Heltal
    maaneder: range
    maanedens_dage: Heltal

    def rows(self, steder: Heltal) -> Heltal:
        """The numbers of the rows of some cells, cell by cell."""
        antal = self.ender[steder + 1] - self.ender[steder]
        foer = np.cumsum(antal) - antal
        return np.asarray(np.arange(antal.sum()) - np.repeat(foer - self.ender[steder], antal))

    def sum_of(self, vaerdier: Heltal) -> Heltal:
        """A value of every row, added up by cell."""
        opsummeret = np.concatenate([[0], np.cumsum(vaerdier)])
        return np.asarray(opsummeret[self.ender[1:]] - opsummeret[self.ender[:-1]])


def order_celler(raekker: pl.DataFrame, maaneder: pl.DataFrame, antal_dele: int) -> Celler:
    """`raekker`: dommer_celler; `maaneder`: dommer_maaneder."""
    numre = maaneder["maaned_nr"]
    spaend = range(numre[0], numre[-1] + 1) if len(numre) else range(0)
    pladser = raekker["del"].to_numpy().astype(np.int64) * len(spaend) + raekker["maaned_nr"].to_numpy() - spaend.start
    ender = np.searchsorted(pladser, np.arange(antal_dele * len(spaend) + 1))
    return Celler(
        raekker["nummer"].to_numpy().astype(np.int64),
        raekker["dage"].to_numpy().astype(np.int64),
        raekker["dagsvaerk_e8"].to_numpy().astype(np.int64),
        raekker["naevner_e8"].to_numpy().astype(np.int64),
        ender.astype(np.int64),
        spaend,
        maaneder["dage"].to_numpy().astype(np.int64),
    )


@dataclass(frozen=True)
class Folket:
    """Everybody; whom a user knows by name: `kendte`, by number; and what is inside her nodes: `inde`, by part."""

    celler: Celler
    kendte: NDArray[np.bool_]
    inde: NDArray[np.bool_]

    @cached_property
    def _er_anden(self) -> NDArray[np.bool_]:
        return ~self.kendte[self.celler.nummer]

    @cached_property
    def _alle_dage(self) -> Heltal:
        return self.celler.sum_of(self.celler.dage)

    @cached_property
    def _alle_e8(self) -> Heltal:
        return self.celler.sum_of(self.celler.dagsvaerk_e8)

    @cached_property
    def _andres_dage(self) -> Heltal:
        return self.celler.sum_of(self.celler.dage * self._er_anden)

    @cached_property
    def _andres_e8(self) -> Heltal:
        return self.celler.sum_of(self.celler.dagsvaerk_e8 * self._er_anden)

    @cached_property
    def _mest(self) -> tuple[int, float]:
        """The most anybody is sick in a month, and the most places she is employed in at a time."""
        celler = self.celler
        maaned = np.repeat(np.arange(len(celler.ender) - 1), np.diff(celler.ender)) % max(len(celler.maaneder), 1)
        i_alt = len(self.kendte)
        syg = np.bincount(maaned * i_alt + celler.nummer, weights=celler.dagsvaerk_e8)
        dage = np.bincount(maaned * i_alt + celler.nummer, weights=celler.dage / celler.maanedens_dage[maaned])
        return int(syg.max(initial=0)), float(dage.max(initial=0))

    def are_small(self, maengder: Sequence[Heltal]) -> NDArray[np.bool_]:
        """Under the limits, inside those of a chef, of a year or of a month, whichever asks for fewer employed days:
        too few, on average or as people, but for those she knows; or the dagsværk of two, with them or without.
        """
        steder, hvis, antal = _lay_out(maengder)
        laengde, maaneder = self._months(steder, hvis, antal)
        ude = ~self.inde[steder // max(len(self.celler.maaneder), 1)]
        er_ude = np.bincount(hvis, weights=ude, minlength=antal) > 0
        efter_maaneder = [
            [least_staff(maaned, graense) for maaned in range(len(self.celler.maaneder) + 1)] for graense in (INDE, UDE)
        ]
        graenser = np.array(efter_maaneder)[er_ude.astype(int), maaneder]
        mindst, mindst_dage = graenser[:, 0].astype(int), graenser[:, 1] * laengde
        bemandede = _sum(self._alle_dage[steder], hvis, antal) > 0
        smaa = _sum(self._andres_dage[steder], hvis, antal) < mindst_dage
        mest_e8, steder_paa_en_gang = self._mest
        mange = _sum(self._andres_dage[steder], hvis, antal) >= steder_paa_en_gang * mindst * laengde
        mindst_e8 = np.minimum(_sum(self._alle_e8[steder], hvis, antal), _sum(self._andres_e8[steder], hvis, antal))
        del_, hele = DOMINANS
        deles = mindst_e8 * del_ >= 2 * hele * mest_e8 * maaneder
        uafklaret = np.flatnonzero(bemandede & ~smaa & ~(deles & mange))
        smaa[uafklaret] = self._are_few(uafklaret, steder, hvis, mindst)
        return np.asarray(smaa & bemandede)

    def _are_few(self, hvilke: Heltal, steder: Heltal, hvis: Heltal, mindst: Heltal) -> NDArray[np.bool_]:
        """By looking at every employee of those sets."""
        nye = np.full(len(mindst), -1)
        nye[hvilke] = np.arange(len(hvilke))
        egne = nye[hvis] >= 0
        steder, hvis = steder[egne], nye[hvis[egne]]
        raekker = self.celler.rows(steder)
        hvis = np.repeat(hvis, self.celler.ender[steder + 1] - self.celler.ender[steder])
        andre = self._er_anden[raekker]
        alle = _by_person(hvis, self.celler.nummer[raekker], self.celler.dagsvaerk_e8[raekker])
        uden = _by_person(hvis[andre], self.celler.nummer[raekker][andre], self.celler.dagsvaerk_e8[raekker][andre])
        for_faa = np.bincount(uden[0], minlength=len(hvilke)) < mindst[hvilke]
        return np.asarray(for_faa | _are_of_two(*alle, len(hvilke)) | _are_of_two(*uden, len(hvilke)))

    def _months(self, steder: Heltal, hvis: Heltal, antal: int) -> tuple[Heltal, Heltal]:
        """How many days and how many months each set reaches over."""
        i_alt = max(len(self.celler.maaneder), 1)
        par = np.unique(hvis * i_alt + steder % i_alt)
        dage = _sum(self.celler.maanedens_dage[par % i_alt], par // i_alt, antal)
        return dage, np.bincount(par // i_alt, minlength=antal)

    def sums(self, maengder: Sequence[Heltal]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Dagsværk and gns. medarbejdere of each set."""
        steder, hvis, antal = _lay_out(maengder)
        laengde, _ = self._months(steder, hvis, antal)
        dagsvaerk = _sum(self._alle_e8[steder], hvis, antal) / E8
        return dagsvaerk, _sum(self._alle_dage[steder], hvis, antal) / np.maximum(laengde, 1)

    def denominators(self, maengder: Sequence[Heltal]) -> NDArray[np.float64]:
        """What the days of each set are divided by, as the build is asked to: gns. medarbejdere or årsværk."""
        steder, hvis, antal = _lay_out(maengder)
        laengde, _ = self._months(steder, hvis, antal)
        return np.bincount(hvis, weights=self._naevner[steder], minlength=antal) / laengde

    @cached_property
    def _naevner(self) -> NDArray[np.float64]:
        return self.celler.sum_of(self.celler.naevner_e8) / E8

    def staffed(self) -> Heltal:
        """The cells with employees."""
        return np.flatnonzero(self._alle_dage)


def _lay_out(maengder: Sequence[Heltal]) -> tuple[Heltal, Heltal, int]:
    """The places of all sets after each other, and whose each is."""
    hvis = np.repeat(np.arange(len(maengder)), [len(egne) for egne in maengder])
    return np.concatenate([np.zeros(0, dtype=np.int64), *maengder]), hvis, len(maengder)


def _sum(vaerdier: Heltal, hvis: Heltal, antal: int) -> Heltal:
    """Whole numbers below 2**53, which doubles add up exactly."""
    return np.bincount(hvis, weights=vaerdier, minlength=antal).astype(np.int64)


def _by_person(hvis: Heltal, nummer: Heltal, dagsvaerk_e8: Heltal) -> tuple[Heltal, Heltal]:
    """Whose each employee is, and what she was sick; one line for each set and employee."""
    i_alt = int(nummer.max(initial=0)) + 1
    par, hvem = np.unique(hvis * i_alt + nummer, return_inverse=True)
    return par // i_alt, _sum(dagsvaerk_e8, hvem, len(par))


def _are_of_two(hvis: Heltal, dagsvaerk_e8: Heltal, antal: int) -> NDArray[np.bool_]:
    """Whether two employees hold too much of it. `hvis` is sorted."""
    raekkefoelge = np.lexsort((-dagsvaerk_e8, hvis))
    plads = np.arange(len(hvis)) - np.searchsorted(hvis, hvis)
    to_hoejeste = _sum(dagsvaerk_e8[raekkefoelge] * (plads < 2), hvis, antal)
    del_, hele = DOMINANS
    return np.asarray(to_hoejeste * hele > _sum(dagsvaerk_e8, hvis, antal) * del_)
