"""What a chef is told of a group by its node and the groups beside it: the node is known by its own windows and, where
it is large enough, quarter by quarter; so is each child that stands alone. What the others cannot have had, the group
has had.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from pipeline.diskretion.alene import Alene
from pipeline.diskretion.kvartalssum import UKENDT, months_of, spanned
from pipeline.diskretion.raekken import Raekke, Spaend
from pipeline.diskretion.regler import AARETS_MAANEDER, KVARTALETS_MAANEDER, STORT_NOK, Gruppe
from pipeline.diskretion.udenlinje import Kvartal


@dataclass(frozen=True)
class Soeskende:
    """The groups of a node, and the windows the node itself is shown in."""

    grupper: Sequence[Gruppe]
    alene: Alene
    nodens: Sequence[Kvartal]
    _alene_i: dict[int, frozenset[int]] = field(default_factory=dict)

    def tell(self, vinduer: Sequence[Kvartal]) -> bool:
        """Whether those windows of every group tell too much of one of them."""
        if any(raekke.tells(vinduer) for raekke in self._raekker):
            return True
        mulige = len(self.grupper) > 1 and any(raekke.has_many_small(vinduer) for raekke in self._raekker)
        return mulige and self._tell_together(vinduer)

    @cached_property
    def _raekker(self) -> list[Raekke]:
        return [self.alene.of(gruppe) for gruppe in self.grupper]

    @cached_property
    def _hele(self) -> Raekke:
        return self._together(range(len(self.grupper)))

    def _together(self, numre: Sequence[int]) -> Raekke:
        return self.alene.of(Gruppe(tuple(barn for nr in numre for barn in self.grupper[nr].medlemmer)))

    def _tell_together(self, vinduer: Sequence[Kvartal]) -> bool:
        over = spanned([*vinduer, *self.nodens])
        kendte = {kvartal for kvartal in over if not self._hele.is_small(months_of(kvartal))}
        hele = self._hele.spaend(self.nodens, over, kendte)
        spaend = [
            raekke.spaend(vinduer, over, {k for k in kendte if nr in self._alone_in(k // AARETS_MAANEDER)})
            for nr, raekke in enumerate(self._raekker)
        ]
        mest = UKENDT // len(spaend)
        alle = Spaend(
            over,
            np.sum([egne.mindst for egne in spaend], axis=0),
            np.sum([np.minimum(egne.hoejst, mest) for egne in spaend], axis=0),
        )
        return any(
            raekke.are_told(
                Spaend(
                    over,
                    np.maximum(egne.mindst, hele.mindst - (alle.hoejst - np.minimum(egne.hoejst, mest))),
                    np.minimum(egne.hoejst, hele.hoejst - (alle.mindst - egne.mindst)),
                ),
                vinduer,
            )
            for raekke, egne in zip(self._raekker, spaend, strict=True)
        )

    def _alone_in(self, aar: int) -> frozenset[int]:
        """Which groups may stand alone in a year: as `maanedsdeling` has it by months, here by quarters."""
        if aar not in self._alene_i:
            maaneder = range(aar * AARETS_MAANEDER, (aar + 1) * AARETS_MAANEDER)
            stoerrelse = [raekke.staff(maaneder) for raekke in self._raekker]
            egne = [
                nr
                for nr, gruppe in enumerate(self.grupper)
                if gruppe.enhed is not None and stoerrelse[nr] >= STORT_NOK and _passes(self._raekker[nr], maaneder)
            ]
            egne.sort(key=lambda nr: stoerrelse[nr], reverse=True)
            while egne and not _passes(
                self._together([n for n in range(len(self.grupper)) if n not in egne]), maaneder
            ):
                egne.pop()
            self._alene_i[aar] = frozenset(egne)
        return self._alene_i[aar]


def _passes(raekke: Raekke, maaneder: range) -> bool:
    """In every quarter."""
    return not any(raekke.is_small(months_of(kvartal)) for kvartal in maaneder[::KVARTALETS_MAANEDER])
