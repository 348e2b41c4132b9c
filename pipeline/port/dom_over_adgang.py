"""The judge over adgang, in every build: no roles of one user may together tell of a group under the limits in the new
figures. A role by itself is what the rules are made for; tests and `make bench` hold that for every node.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.lager.adgang import BYGNING, Adgangsraekke, end_raekke, is_gaeldende_fra, read_adgang
from pipeline.port.rettigheder import Bruger, Rettigheder, rights_of
from pipeline.port.scope import Miljoe, open_dommer, preview_scope

if TYPE_CHECKING:
    from pipeline.diskretion.dom import Fund
    from pipeline.port.dommer import Blok

Roller = frozenset[tuple[str, int]]
DOEMMES = ("leder", "chef", "aggregat")


@dataclass(frozen=True)
class Afsluttet:
    """A row that was ended, and how many groups it told of."""

    bruger: str
    rolle: str
    enhedsnr: int
    antal: int


def end_telling(miljoe: Miljoe, *, hr: Bruger) -> list[Afsluttet]:
    """Ends the newest rows of each user with several, one at a time, until those left tell of nothing or one is left.

    `miljoe`: the new build's, before anybody is shown it. Rows to come are judged too.
    """
    dag = miljoe.dag
    pr_bruger: dict[str, list[Adgangsraekke]] = defaultdict(list)
    for raekke in read_adgang(miljoe.lager):
        if is_gaeldende_fra(raekke, dag):
            pr_bruger[raekke.bruger.casefold()].append(raekke)
    brugere = [raekker for raekker in pr_bruger.values() if _is_judged(raekker)]
    if not brugere:
        return []
    domstol = _Domstol(miljoe, hr)
    return [afsluttet for raekker in brugere for afsluttet in _end_of(raekker, domstol, dag)]


class _Domstol:
    """Counts once for equal roles what they tell of."""

    def __init__(self, miljoe: Miljoe, hr: Bruger) -> None:
        from pipeline.port.dommer import Dommer  # loads SciPy, which a build without such users does without

        self.miljoe = miljoe
        self._hr = hr
        self._dommer = Dommer(open_dommer(miljoe))
        self._domme: dict[Roller, int] = {}

    def count_told(self, roller: Roller) -> int:
        if roller not in self._domme:
            fund = self._judge(roller)
            self._domme[roller] = len({f.udsagn.dele for f in fund})
        return self._domme[roller]

    def _judge(self, roller: Roller) -> list[Fund]:
        """Only a chef is shown sums she does not see the employees of: the others need no scope of their own."""
        rettigheder = rights_of(roller)
        if rettigheder.chef:
            return self._dommer.judge(preview_scope(self._hr, rettigheder, miljoe=self.miljoe))
        return self._dommer.judge_known(rettigheder, set(), self._offentlige)

    @cached_property
    def _offentlige(self) -> list[Blok]:
        """What every leder reads: all the rounded figures."""
        return self._dommer.list_omtrent(preview_scope(self._hr, Rettigheder(leder=frozenset({0})), miljoe=self.miljoe))


def _is_judged(raekker: Sequence[Adgangsraekke]) -> bool:
    """Not hr, who sees everything."""
    roller = {(raekke.rolle, raekke.enhedsnr) for raekke in raekker if raekke.rolle in DOEMMES}
    return len(roller) > 1 and all(raekke.rolle != "hr" for raekke in raekker)


def _end_of(raekker: Sequence[Adgangsraekke], domstol: _Domstol, dag: date) -> Iterator[Afsluttet]:
    tilbage = sorted((raekke for raekke in raekker if raekke.rolle in DOEMMES), key=lambda raekke: raekke.id)
    while len(tilbage) > 1:
        antal = domstol.count_told(frozenset((str(raekke.rolle), raekke.enhedsnr) for raekke in tilbage))
        if not antal:
            break
        vaek = tilbage.pop()
        end_raekke(domstol.miljoe.lager, vaek.id, af=BYGNING, dag=dag)
        yield Afsluttet(vaek.bruger, vaek.rolle, vaek.enhedsnr, antal)
