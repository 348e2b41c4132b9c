"""What the judge is given: the kommune as hr's scope holds it, and what another user's scope shows."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import polars as pl

from pipeline.diskretion.celler import MINDST_I_MAANEDEN
from pipeline.diskretion.dom import Dele, Fund, Kommune, Udsagn, judge
from pipeline.diskretion.regler import DOMINANS, INDE
from pipeline.fejl import Brugerfejl
from pipeline.lager.adgang import read_adgang
from pipeline.port.rettigheder import Bruger, Rettigheder
from pipeline.port.scope import DANSK_TID, Miljoe, Scope, open_scope, preview_scope
from pipeline.tekster import adgang as tekster_adgang

AARETS_MAANEDER = 12
E8 = 10**8
Celle = tuple[int, int]


@dataclass(frozen=True)
class Personer:
    """Employed days and dagsværk of everybody, and who is a leader, by part and month."""

    dage: dict[Celle, dict[int, int]]
    dagsvaerk: dict[Celle, dict[int, int]]
    ledere: frozenset[int]
    maanedens_dage: dict[int, int]
    _husket: dict[Udsagn, tuple[dict[int, int], dict[int, int]]] = field(default_factory=dict)

    def of(self, u: Udsagn) -> tuple[dict[int, int], dict[int, int]]:
        """Days and dagsværk by employee."""
        if u not in self._husket:
            dage: dict[int, int] = defaultdict(int)
            syge: dict[int, int] = defaultdict(int)
            for del_ in u.dele:
                for maaned in range(u.fra, u.til + 1):
                    for nummer, antal in self.dage.get((del_, maaned), {}).items():
                        dage[nummer] += antal
                    for nummer, antal in self.dagsvaerk.get((del_, maaned), {}).items():
                        syge[nummer] += antal
            self._husket[u] = (dage, syge)
        return self._husket[u]

    def length(self, u: Udsagn) -> int:
        return sum(self.maanedens_dage[maaned] for maaned in range(u.fra, u.til + 1))

    def fails(self, u: Udsagn) -> bool:
        """Under the limits of a chef: those of a year for a year, those of a month for less."""
        dage, syge = self.of(u)
        if not sum(dage.values()):
            return False
        mindst = INDE.medarbejdere if u.til - u.fra + 1 >= AARETS_MAANEDER else MINDST_I_MAANEDEN
        andre = {nummer: antal for nummer, antal in dage.items() if nummer not in self.ledere}
        if sum(andre.values()) < mindst * self.length(u):
            return True
        uden_ledere = [antal for nummer, antal in syge.items() if nummer not in self.ledere]
        return _is_of_two(list(syge.values())) or _is_of_two(uden_ledere)


def _is_of_two(dagsvaerk: list[int]) -> bool:
    del_, hele = DOMINANS
    return sum(sorted(dagsvaerk, reverse=True)[:2]) * hele > sum(dagsvaerk) * del_


@dataclass(frozen=True)
class Dommer:
    """The kommune and the parts of every node and pool. Made of a scope of hr's with persons."""

    scope: Scope

    @cached_property
    def _trae(self) -> pl.DataFrame:
        return self.scope.rows("dommer_trae")

    @cached_property
    def personer(self) -> Personer:
        dage: dict[Celle, dict[int, int]] = defaultdict(dict)
        dagsvaerk: dict[Celle, dict[int, int]] = defaultdict(dict)
        ledere = set()
        for enhed, maaned, nummer, er_leder, antal, syg in self.scope.rows("dommer_celler").iter_rows():
            celle = (self._part(enhed), maaned)
            dage[celle][nummer] = antal
            if syg:
                dagsvaerk[celle][nummer] = syg
            if er_leder:
                ledere.add(nummer)
        maaneder = dict(self.scope.rows("dommer_maaneder").iter_rows())
        return Personer(dage, dagsvaerk, frozenset(ledere), maaneder)

    @cached_property
    def _under(self) -> dict[int, list[int]]:
        under: dict[int, list[int]] = defaultdict(list)
        for enhed, over in self._trae.filter(pl.col("gruppe_id").is_null()).select("enhed_id", "overordnet_id").rows():
            under[over].append(enhed)
        return under

    def _part(self, enhed: int) -> int:
        """Those placed on a node that has units are a part of their own."""
        return _faelles(enhed) if self._under.get(enhed) else enhed

    @cached_property
    def dele(self) -> dict[int, Dele]:
        """By node, "fælles" and pool."""
        dele: dict[int, Dele] = {}

        def find(enhed: int) -> Dele:
            under = self._under.get(enhed)
            if under:
                dele[_faelles(enhed)] = Dele({_faelles(enhed)})
            dele[enhed] = Dele({self._part(enhed)}).union(*map(find, under)) if under else Dele({enhed})
            return dele[enhed]

        for enhed, over in self._trae.filter(pl.col("gruppe_id").is_null()).select("enhed_id", "overordnet_id").rows():
            if over is None:
                find(enhed)
        puljer: dict[int, Dele] = defaultdict(Dele)
        for enhed, gruppe in self._trae.drop_nulls("gruppe_id").select("enhed_id", "gruppe_id").rows():
            puljer[gruppe] |= dele.get(enhed, Dele())
        return dele | puljer

    @cached_property
    def kommune(self) -> Kommune:
        boern = {
            node: {barn: self.dele[barn] for barn in (*under, _faelles(node))}
            for node, under in self._under.items()
            if node is not None
        }
        maaneder = self.personer.maanedens_dage
        return Kommune(
            boern,
            range(min(maaneder), max(maaneder) + 1) if maaneder else range(0),
            self.personer.fails,
            lambda u: sum(self.personer.of(u)[1].values()) / E8,
            lambda u: sum(self.personer.of(u)[0].values()) / self.personer.length(u),
        )

    def list_udsagn(self, andens: Scope) -> set[Udsagn]:
        """The exact sums another user's scope holds."""
        return {
            Udsagn(self.dele[enhed], fra, til)
            for enhed, fra, til in andens.rows("dommer_udsagn").iter_rows()
            if enhed in self.dele
        }

    def judge(self, andens: Scope) -> list[Fund]:
        """What the user of that scope can tell of groups outside the nodes she sees every employee of."""
        return [fund for fund in judge(self.kommune, self.list_udsagn(andens)) if not self._is_own(andens, fund)]

    def _is_own(self, andens: Scope, fund: Fund) -> bool:
        rettigheder: Rettigheder = andens.rettigheder
        egne = Dele().union(*(self.dele.get(node, Dele()) for node in rettigheder.leder))
        return rettigheder.er_hr or fund.udsagn.dele <= egne


def _faelles(enhed: int) -> int:
    """As the macro faelles_id."""
    return -100_000_000 - enhed


def check_roller(hr: Bruger, bruger: str, nye: Sequence[tuple[str, int]], *, miljoe: Miljoe, hvor: str) -> None:
    """Before hr gives `bruger` more roles, each with its node: alone a role is safe, but two can be subtracted.

    Errors: `Brugerfejl` when together with those the user has, or will have, they tell of a group under the limits.
    """
    dag = miljoe.ur().astimezone(DANSK_TID).date()
    roller = {
        (raekke.rolle, raekke.enhedsnr)
        for raekke in read_adgang(miljoe.lager)
        if raekke.bruger.casefold() == bruger.casefold() and raekke.tilstand == "godkendt" and raekke.gyldig_til >= dag
    } | set(nye)
    leder, chef, aggregat = (
        frozenset(node for rolle, node in roller if rolle == navn) for navn in ("leder", "chef", "aggregat")
    )
    if not chef or len(chef | leder) < 2:
        return
    dommer = Dommer(open_scope(hr, miljoe=miljoe, personer_til=hvor))
    fund = dommer.judge(preview_scope(hr, Rettigheder(leder=leder, chef=chef, aggregat=aggregat), miljoe=miljoe))
    if fund:
        raise Brugerfejl(
            tekster_adgang.KAN_TRAEKKES_FRA.format(bruger=bruger, antal=len({f.udsagn.dele for f in fund}))
        )
