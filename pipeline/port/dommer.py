"""What the judge is given: everybody in the kommune, and what another user's scope shows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import polars as pl

from pipeline.diskretion.dom import Dele, Fund, Kommune, Omtrent, Udsagn, judge
from pipeline.diskretion.ligningssystem import places
from pipeline.diskretion.udenlinje import AFRUNDING
from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import is_gaeldende_fra, is_same_user, read_adgang
from pipeline.port.folk import Celler, Folket, order_celler
from pipeline.port.rettigheder import Bruger, Rettigheder, rights_of
from pipeline.port.scope import Miljoe, Scope, open_dommer, preview_scope
from pipeline.tekster import adgang as tekster_adgang

FAA = 30
"""Gns. medarbejdere; what is left of a published group that has more is under no limit in any window."""


@dataclass(frozen=True)
class Blok:
    """A node, the groups it is published by, and every rounded figure of it and of them."""

    hele: Dele
    grupper: frozenset[Dele]
    omtrent: tuple[Omtrent, ...]

    def is_new_to(self, kendte: Iterable[Dele], gennemsnit: Callable[[Dele], float]) -> bool:
        """Whether somebody who knows those groups may conclude more than anybody: one of the published groups is made
        of them, or what is left of one is few.
        """
        samlet = Dele().union(*(dele for dele in kendte if dele <= self.hele))
        return any(gruppe & samlet and gennemsnit(gruppe - samlet) < FAA for gruppe in self.grupper)


@dataclass(frozen=True)
class Dommer:
    """The kommune and the parts of every node and pool. Made of the judge's own scope."""

    scope: Scope
    _gennemsnit: dict[Dele, float] = field(default_factory=dict)
    _naevnere: dict[Udsagn, float] = field(default_factory=dict)

    @cached_property
    def dele(self) -> dict[int, Dele]:
        """By node, "fælles" and pool."""
        dele: dict[int, set[int]] = defaultdict(set)
        for enhed, del_ in self.scope.rows("dommer_dele").iter_rows():
            dele[enhed].add(del_)
        return {enhed: Dele(egne) for enhed, egne in dele.items()}

    @cached_property
    def _personer(self) -> pl.DataFrame:
        return self.scope.rows("dommer_personer")

    @cached_property
    def _antal(self) -> int:
        return 1 + max((del_ for egne in self.dele.values() for del_ in egne), default=-1)

    @cached_property
    def _celler(self) -> Celler:
        return order_celler(self.scope.rows("dommer_celler"), self.scope.rows("dommer_maaneder"), self._antal)

    @cached_property
    def _folk(self) -> Folket:
        return Folket(self._celler, np.zeros(self._personer.height, dtype=bool), np.zeros(self._antal, dtype=bool))

    @cached_property
    def kommune(self) -> Kommune:
        """As anybody knows it."""
        return self.kommune_to(Rettigheder())

    def _below(self, noder: Iterable[int]) -> Dele:
        return Dele().union(*(self.dele.get(node, Dele()) for node in noder))

    def own(self, rettigheder: Rettigheder) -> Dele:
        """The parts whose employees she sees one by one."""
        return self._below(rettigheder.leder)

    def kommune_to(self, rettigheder: Rettigheder) -> Kommune:
        """As a user knows it: a chef her leaders, a leder what her own were sick wherever it was."""
        inde = self._below(rettigheder.chef | rettigheder.leder)
        er_hendes = self._personer["del"].is_in(sorted(self.own(rettigheder))).fill_null(value=False)
        under = self._personer["del"].is_in(sorted(inde)).fill_null(value=False)
        kendte = (er_hendes | (under & self._personer["er_kendt"])).to_numpy()
        folk = Folket(self._celler, kendte, np.isin(np.arange(self._antal), sorted(inde)))
        return Kommune(tuple(set(self.dele.values())), self._celler.maaneder, folk)

    def list_udsagn(self, andens: Scope) -> set[Udsagn]:
        """The exact sums another user's scope holds."""
        return {
            Udsagn(self.dele[enhed], fra, til)
            for enhed, fra, til in andens.rows("dommer_udsagn").iter_rows()
            if enhed in self.dele
        }

    def list_omtrent(self, andens: Scope) -> list[Blok]:
        """The rounded figures it holds, node by node. Whoever reads them may know how many there are in each group."""
        fundne: dict[int | None, list[Omtrent]] = defaultdict(list)
        for over, enhed, fra, til, dage in andens.rows("dommer_udgivne").iter_rows():
            fundne[over] += self._within_rounding([(enhed, fra, til, 1)], dage)
        for over, enhed, fra, til, foer_fra, foer_til, dage in andens.rows("dommer_forskelle").iter_rows():
            fundne[over] += self._within_rounding([(enhed, fra, til, 1), (enhed, foer_fra, foer_til, -1)], dage)
        return [
            Blok(
                self.dele[node],
                frozenset(u.dele for o in egne for u, _ in o.led),
                (*egne, *(o for om in fundne.values() for o in om if o.led[0][0].dele == self.dele[node])),
            )
            for node, egne in fundne.items()
            if node is not None and egne
        ]

    def _within_rounding(self, led: Sequence[tuple[int, int, int, int]], sygedage: float) -> list[Omtrent]:
        udsagn = [Udsagn(self.dele.get(enhed, Dele()), fra, til) for enhed, fra, til, _ in led]
        naevnere = [self._denominator(u) for u in udsagn]
        if not all(naevnere):
            return []
        gange = [fortegn / naevner for (*_, fortegn), naevner in zip(led, naevnere, strict=True)]
        halv = float(AFRUNDING)
        return [Omtrent(tuple(zip(udsagn, gange, strict=True)), sygedage - halv, sygedage + halv)]

    def _denominator(self, udsagn: Udsagn) -> float:
        """What its days are divided by; 0 for nobody."""
        if udsagn not in self._naevnere:
            celler = self.kommune.of(udsagn)
            self._naevnere[udsagn] = float(self._folk.denominators([places(celler)])[0]) if celler else 0.0
        return self._naevnere[udsagn]

    def judge(self, andens: Scope) -> list[Fund]:
        """What the user of that scope can tell of groups outside the nodes she sees every employee of."""
        if andens.rettigheder.er_hr:
            return []
        return self.judge_known(andens.rettigheder, self.list_udsagn(andens), self.list_omtrent(andens))

    def judge_known(self, rettigheder: Rettigheder, udsagn: set[Udsagn], blokke: Sequence[Blok]) -> list[Fund]:
        """What follows of exact sums and rounded figures for somebody with those rights."""
        egne = self.own(rettigheder)
        kendte = {egne, *(u.dele for u in udsagn)}
        omtrent = [blok.omtrent for blok in blokke if blok.is_new_to(kendte, self._average)]
        if not udsagn and not omtrent:
            return []
        return judge(self.kommune_to(rettigheder), udsagn, omtrent=omtrent, kendte=egne)

    def judge_udgivne(self, andens: Scope) -> list[Fund]:
        """What anybody who sees the rounded figures of that scope can tell."""
        return judge(self.kommune, [], omtrent=[blok.omtrent for blok in self.list_omtrent(andens)])

    def _average(self, dele: Dele) -> float:
        """Gns. medarbejdere over all months."""
        if dele not in self._gennemsnit:
            celler = places(self.kommune.base(dele) * self.kommune.hele)
            self._gennemsnit[dele] = float(self._folk.sums([celler])[1][0]) if dele else 0.0
        return self._gennemsnit[dele]


def check_roller(bruger: str, nye: Sequence[tuple[str, int]], *, hr: Bruger, miljoe: Miljoe) -> None:
    """Before hr gives `bruger` more roles, each with its node: alone a role is safe, but two can be subtracted.

    Errors: `Brugerfejl` when together with those the user has, or will have, they tell of a group under the limits.
    """
    dag = miljoe.dag
    egne = {
        (raekke.rolle, raekke.enhedsnr)
        for raekke in read_adgang(miljoe.lager)
        if is_same_user(raekke.bruger, bruger) and is_gaeldende_fra(raekke, dag)
    }
    roller = egne | set(nye)
    rettigheder = rights_of(roller)
    if len(roller) < 2 or not rettigheder.noder:
        return
    fund = Dommer(open_dommer(miljoe)).judge(preview_scope(hr, rettigheder, miljoe=miljoe))
    if fund:
        antal = len({f.udsagn.dele for f in fund})
        raise Brugerfejl(tekster_adgang.KAN_TRAEKKES_FRA.format(bruger=bruger, antal=antal))
