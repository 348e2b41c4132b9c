"""The quarters of a child, or of several together, as whole numbers that can be added up: enough to tell that a group
is under no limit without looking at who was sick.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pipeline.diskretion.regler import DOMINANS, KVARTALER_I_ET_VINDUE, KVARTALETS_MAANEDER, MINDST_I_MAANEDEN
from pipeline.diskretion.udenlinje import E8, SIKKER_UNDER, Kvartal

Heltal = NDArray[np.int64]
UKENDT = 2**55  # more dagsværk than there is: nothing is known
TALTE_KVARTALER = (1, KVARTALER_I_ET_VINDUE)
"""Runs that may not be known within a range: a quarter, and as many as a window."""


DAGE, LEDER_DAGE, DAGSVAERK_E8, ANDRES_E8, TO_HOEJESTE_E8, TO_ANDRE_E8, AF_MANGE = range(7)
"""The lines of `Sum.tal`. Andre: but for the leaders a chef knows; two highest: of several children at most; af mange:
so much dagsværk that no two have nearly all of it.
"""


@dataclass(frozen=True)
class Sum:
    """A child, or several together, in `kvartaler`. `maanedens_dage`: the length of each month with staff, else 0."""

    kvartaler: range
    tal: Heltal
    maanedens_dage: Heltal

    def __add__(self, anden: "Sum") -> "Sum":
        return Sum(self.kvartaler, self.tal + anden.tal, np.maximum(self.maanedens_dage, anden.maanedens_dage))

    @property
    def dage(self) -> Heltal:
        return np.asarray(self.tal[DAGE])

    @property
    def dagsvaerk_e8(self) -> Heltal:
        return np.asarray(self.tal[DAGSVAERK_E8])

    @cached_property
    def laengde(self) -> Heltal:
        """Days with staff of each quarter."""
        return np.asarray(self.maanedens_dage.reshape(-1, KVARTALETS_MAANEDER).sum(axis=1))

    @cached_property
    def may_be_small(self) -> NDArray[np.bool_]:
        """Quarters that may be under a limit: told without adding up who was sick in several children."""
        faa = self._over(MINDST_I_MAANEDEN) < 0
        return np.asarray((self.dage > 0) & (faa | (self._too_much_of_two > 0).any(axis=0)))

    def may_be_small_of(self, sted: range, mindst: float) -> bool:
        """The same of one quarter of each season, in months from `sted`."""
        fra = (sted.start - self.kvartaler.start) // KVARTALETS_MAANEDER
        til = fra + len(sted) // KVARTALETS_MAANEDER
        over, af_to = self._over(mindst)[fra:til], self._too_much_of_two[:, fra:til]
        aarstider = range(min(KVARTALER_I_ET_VINDUE, til - fra))
        return bool(
            sum(over[nr::KVARTALER_I_ET_VINDUE].min() for nr in aarstider) < 0
            or any(sum(linje[nr::KVARTALER_I_ET_VINDUE].max() for nr in aarstider) > 0 for linje in af_to)
        )

    def _over(self, mindst: float) -> NDArray[np.float64]:
        """Employed days above so many gns. medarbejdere."""
        return np.asarray(self.dage - self.tal[LEDER_DAGE] - mindst * self.laengde)

    @cached_property
    def _too_much_of_two(self) -> Heltal:
        """With the leaders and without them."""
        del_, hele = DOMINANS
        to, alle = self.tal[[TO_HOEJESTE_E8, TO_ANDRE_E8]], self.tal[[DAGSVAERK_E8, ANDRES_E8]]
        return np.where(self.tal[AF_MANGE] > 0, -UKENDT, hele * to - del_ * alle)

    def has_many(self, vinduer: Sequence[Kvartal]) -> bool:
        """Whether a run of quarters beside those windows may be under a limit and has more than what is safe."""
        vist = {(v.fra, v.til) for v in vinduer}
        over = spanned(vinduer)
        for antal in TALTE_KVARTALER:
            dage, dagsvaerk_e8, laengde, smaa = (
                _run_sums(tal, antal) for tal in (self.dage, self.dagsvaerk_e8, self.laengde, self.may_be_small)
            )
            mange = (smaa > 0) & (dagsvaerk_e8 * laengde > SIKKER_UNDER * E8 * dage)
            for plads in np.flatnonzero(mange).tolist():
                fra = self.kvartaler[plads]
                slut = fra + antal * KVARTALETS_MAANEDER
                if over.start <= fra and slut <= over.stop and (fra, slut - 1) not in vist:
                    return True
        return False


def _run_sums(tal: NDArray[np.generic], antal: int) -> Heltal:
    op = np.concatenate([[0], np.cumsum(tal, dtype=np.int64)])
    return np.asarray(op[antal:] - op[:-antal])


def months_of(kvartal: int) -> range:
    """Of a quarter by its first month."""
    return range(kvartal, kvartal + KVARTALETS_MAANEDER)


def spanned(vinduer: Sequence[Kvartal]) -> range:
    """The quarters from the first month of windows to the last."""
    if not vinduer:
        return range(0)
    slut = max(v.til for v in vinduer) + 1
    return range(min(v.fra for v in vinduer), slut, KVARTALETS_MAANEDER)
