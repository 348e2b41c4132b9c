"""Whether the tables by personalegruppe, beside those by unit, tell of a few.

Two breakdowns of one total say nothing of how they cross, but where they nearly coincide: what only one of two lines
has is their difference. Each line by personalegruppe is held against each other line, and against what a user knows of
her own units. Whoever reads may know how many there are in each line: only the days are known within rounding.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from pipeline.diskretion.regler import DOMINANS, PERSONALEGRUPPE, UDE
from pipeline.diskretion.udenlinje import AFRUNDING, SIKKER_UNDER
from pipeline.proev.filindhold import Celle, Indhold
from pipeline.proev.ligninger import is_safe
from pipeline.proev.tabeller import Linje, is_by_personalegruppe, list_perioder
from pipeline.proev.viden import Plads, Viden, fails
from pipeline.tekster import faelles as tekster
from pipeline.tekster import proev as tekster_proev
from pipeline.tekster.dansk import decimaltal, periode_med_ord

INDRYK = "\u2003"
MEDARBEJDERE = "gns_medarbejdere"
OEVRIGE = tekster.OEVRIGE_PERSONALEGRUPPER.split("{")[0]
Celler = frozenset[Plads]


@dataclass(frozen=True)
class Faglinje:
    """A row by personalegruppe: the node it is of, whom it is, and its figures by heading."""

    node: str
    navn: str
    celler: Celler
    tal: Mapping[str, float]


def read_faglinjer_i(filer: Mapping[str, Indhold], viden: Viden) -> tuple[dict[str, list[Faglinje]], list[str]]:
    """The rows of every table by personalegruppe, by the newest quarter it is about, and what is wrong with them."""
    linjer: dict[str, list[Faglinje]] = defaultdict(list)
    fejl = []
    for navn, indhold in filer.items():
        for tabel in filter(is_by_personalegruppe, indhold.tabeller):
            egne, ukendte = read_faglinjer(tabel, viden)
            fejl += [
                tekster_proev.FIL.format(fil=navn, fejl=tekster_proev.UKENDT_RAEKKE.format(navn=u)) for u in ukendte
            ]
            linjer[viden.newest(tabel[0])] += egne
    return linjer, fejl


def read_faglinjer(raekker: Sequence[Sequence[Celle]], viden: Viden) -> tuple[list[Faglinje], list[str]]:
    """The rows of a table by personalegruppe, and the names nobody knows."""
    hoveder = [str(celle) for celle in raekker[0]]
    linjer, ukendte, node, inden_i = [], [], "", Celler()
    for nr, raekke in enumerate(raekker[1:], start=1):
        navn = str(raekke[0]).strip()
        if _is_indented(raekke):
            egne = Celler(plads for plads in inden_i if plads[1] in _names(navn, nr, raekker, inden_i))
        else:
            node = navn
            egne = inden_i = Celler(viden.places_of(navn))
        if not egne:
            ukendte.append(navn)
            continue
        tal = {h: float(c) for h, c in zip(hoveder, raekke, strict=False) if isinstance(c, float)}
        linjer.append(Faglinje(node, navn, egne, tal))
    return linjer, ukendte


def _is_indented(raekke: Sequence[Celle]) -> bool:
    return str(raekke[0]).startswith(INDRYK)


def _names(navn: str, nr: int, raekker: Sequence[Sequence[Celle]], inden_i: Celler) -> set[str]:
    """Of a row: itself; of the pool, all that the node has and no row beside it names."""
    if not navn.startswith(OEVRIGE):
        return {navn}
    start = max(i for i in range(nr) if not _is_indented(raekker[i]))
    slut = next((i for i in range(nr, len(raekker)) if not _is_indented(raekker[i])), len(raekker))
    return {n for _, n in inden_i} - {str(raekke[0]).strip() for raekke in raekker[start + 1 : slut]}


def check_personalegrupper(
    nye: Mapping[str, Sequence[Faglinje]],
    foer: Iterable[Mapping[str, Sequence[Faglinje]]],
    enheder: Iterable[Mapping[str, Sequence[Linje]]],
    viden: Viden,
) -> Iterator[str]:
    """A sentence for each line too small, and for each that tells of a few. `enheder`: the lines by unit of this
    release and of those before.
    """
    pr_periode: dict[str, list[Vist]] = defaultdict(list)
    andre: dict[str, list[Vist]] = defaultdict(list)
    for linjer, i in [(nye, pr_periode), *((gamle, andre) for gamle in foer)]:
        for periode, fag in _by_period(linjer):
            i[periode].append(Vist(fag.node, fag.navn, fag.celler, fag.tal[periode_med_ord(periode)]))
    for gruppe in enheder:
        for periode, linje in _by_period(gruppe):
            celler = Celler(plads for plads in viden.celler_efter_periode.get(periode, {}) if plads[0] in linje.dele)
            andre[periode].append(Vist("", linje.navn, celler, linje.tal[periode_med_ord(periode)]))
    for periode, viste in sorted(pr_periode.items()):
        yield from Proeve(periode, viste, tuple(dict.fromkeys(andre[periode])), viden).list_fejl()


L = TypeVar("L", Faglinje, Linje)


def _by_period(linjer: Mapping[str, Sequence[L]]) -> Iterator[tuple[str, L]]:
    for kvartal, egne in linjer.items():
        for periode in list_perioder(kvartal):
            yield from ((periode, linje) for linje in egne if periode_med_ord(periode) in linje.tal)


@dataclass(frozen=True)
class Vist:
    """A figure shown in a period. `node` is empty for a line by unit."""

    node: str
    navn: str
    celler: Celler
    rate: float


@dataclass(frozen=True)
class Proeve:
    periode: str
    viste: Sequence[Vist]
    andre: Sequence[Vist]
    viden: Viden

    @cached_property
    def _tal(self) -> Mapping[Plads, Mapping[str, Any]]:
        return self.viden.celler_efter_periode.get(self.periode, {})

    @cached_property
    def _vidende(self) -> list[tuple[frozenset[int], Celler]]:
        """Nobody's first."""
        under = self.viden.organisation.under
        blade = [
            (noder, frozenset[int]().union(*(under.get(node, ()) for node in noder))) for noder in self.viden.brugere
        ]
        return [
            (frozenset(), Celler()),
            *((noder, Celler(plads for plads in self._tal if plads[0] in egne)) for noder, egne in blade),
        ]

    def list_fejl(self) -> Iterator[str]:
        noder = dict.fromkeys(vist.node for vist in self.viste)
        for node in noder:
            grupper = [vist for vist in self.viste if vist.node == node and vist.navn != node]
            for vist in grupper:
                if fails(self._rows(vist.celler), PERSONALEGRUPPE.medarbejdere):
                    yield tekster_proev.FOR_LILLE_GRUPPE.format(navn=vist.navn)
            egne_andre = [vist for vist in self.viste if vist.node != node]
            yield from self._find_told(grupper, [*egne_andre, *self.andre])

    def _find_told(self, grupper: Sequence[Vist], andre: Sequence[Vist]) -> Iterator[str]:
        for noder, kendte in self._vidende:
            for sammen in self._find_overlapping(grupper, kendte):
                yield from self._tell(sammen, None, noder, kendte)
        for anden in andre:
            for sammen in self._find_overlapping(grupper, anden.celler):
                hele = Celler().union(*(vist.celler for vist in sammen))
                for nr in self._find_vidende(hele - anden.celler, anden.celler - hele):
                    yield from self._tell(sammen, anden, *self._vidende[nr])

    def _find_vidende(self, kun_hele: Celler, kun_delen: Celler) -> set[int]:
        """Who knows all that only one of two lines has, and anybody where it has nothing."""
        fundne: set[int] = set()
        for skal_kendes, rest in ((kun_hele, kun_delen), (kun_delen, kun_hele)):
            if not skal_kendes:
                fundne |= {0}.union(*(self._kender[plads] for plads in rest))
            else:
                fundne |= set[int].intersection(*(self._kender[plads] for plads in skal_kendes))
        return fundne

    @cached_property
    def _kender(self) -> Mapping[Plads, set[int]]:
        """Who knows each place, by number."""
        kender: dict[Plads, set[int]] = defaultdict(set)
        for nr, (_, kendte) in enumerate(self._vidende):
            for plads in kendte:
                kender[plads].add(nr)
        return kender

    def _find_overlapping(self, grupper: Sequence[Vist], celler: Celler) -> Iterator[Sequence[Vist]]:
        """Each group with staff among those, and together the groups that have most of theirs there."""
        andele = [
            (self._sum(vist.celler & celler, MEDARBEJDERE) / alle, vist)
            for vist in grupper
            if (alle := self._sum(vist.celler, MEDARBEJDERE))
        ]
        med = [vist for andel, vist in sorted(andele, key=lambda par: -par[0]) if andel > 0]
        yield from ([vist] for vist in med)
        yield from (med[:antal] for antal in range(2, len(med) + 1))

    def _tell(self, sammen: Sequence[Vist], anden: Vist | None, noder: frozenset[int], kendte: Celler) -> Iterator[str]:
        """What is left of the groups when the other line, or what she knows, is taken out, and the other way round."""
        hele = Celler().union(*(vist.celler for vist in sammen))
        del_ = kendte if anden is None else anden.celler
        kun_hele, kun_delen = hele - del_, del_ - hele
        if kun_delen <= kendte and self._is_few(kun_hele - kendte):
            (lav, hoej), (fra, til) = self._sum_ranges(sammen), self._range_of(anden, kendte)
            kendt = self._sum(kun_delen) - self._sum(kun_hele & kendte)
            yield from self._judge(kun_hele - kendte, (lav - til + kendt, hoej - fra + kendt), (sammen, anden), noder)
        if anden is not None and kun_hele <= kendte and self._is_few(kun_delen - kendte):
            (lav, hoej), (fra, til) = self._range(anden), self._sum_ranges(sammen)
            kendt = self._sum(kun_hele) - self._sum(kun_delen & kendte)
            yield from self._judge(kun_delen - kendte, (lav - til + kendt, hoej - fra + kendt), (sammen, anden), noder)

    def _judge(
        self,
        rest: Celler,
        spaend: tuple[float, float],
        linjer: tuple[Sequence[Vist], Vist | None],
        noder: frozenset[int],
    ) -> Iterator[str]:
        antal = self._sum(rest, MEDARBEJDERE)
        lav, hoej = max(0.0, spaend[0]) / antal, spaend[1] / antal
        if is_safe(lav, hoej):
            return
        sammen, anden = linjer
        yield tekster_proev.FAA_REGNES_UD["bruger" if noder else "udenfor"].format(
            egne=self.viden.name(noder),
            linjer=", ".join(vist.navn for vist in (*sammen, *([anden] if anden else ()))),
            periode=periode_med_ord(self.periode),
            lav=decimaltal(lav),
            hoej=decimaltal(hoej),
        )

    def _is_few(self, celler: Celler) -> bool:
        """Too few to be published, with more dagsværk than may be told."""
        antal, egne = 0.0, []
        for plads in celler:
            if plads in self._tal:
                egne.append(self._tal[plads])
                antal += egne[-1][MEDARBEJDERE]
                if antal >= self._mange:
                    return False
        return fails(egne) and sum(raekke["dagsvaerk"] for raekke in egne) > SIKKER_UNDER * antal

    @cached_property
    def _mange(self) -> float:
        """As many as no two employees can hold too much of, when there is more dagsværk than may be told."""
        del_, hele = DOMINANS
        mest = max((raekke["hoejeste_dagsvaerk"] for raekke in self._tal.values()), default=0.0)
        return max(float(UDE.medarbejdere), 2 * mest * hele / del_ / SIKKER_UNDER)

    def _range_of(self, anden: Vist | None, kendte: Celler) -> tuple[float, float]:
        """Of another line; without one, what she knows is exact."""
        return self._range(anden) if anden is not None else (self._sum(kendte), self._sum(kendte))

    def _sum_ranges(self, sammen: Sequence[Vist]) -> tuple[float, float]:
        spaend = [self._range(vist) for vist in sammen]
        return sum(lav for lav, _ in spaend), sum(hoej for _, hoej in spaend)

    def _range(self, vist: Vist) -> tuple[float, float]:
        """The dagsværk its figure leaves room for."""
        antal = self._sum(vist.celler, "naevner")
        return (vist.rate - float(AFRUNDING)) * antal, (vist.rate + float(AFRUNDING)) * antal

    def _rows(self, celler: Celler) -> list[Mapping[str, Any]]:
        return [self._tal[plads] for plads in celler if plads in self._tal]

    def _sum(self, celler: Celler, kolonne: str = "dagsvaerk") -> float:
        return sum(float(raekke[kolonne]) for raekke in self._rows(celler))
